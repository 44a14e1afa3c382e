import type { Answer } from '../probe/answer.ts';
import { expect, expectStatus } from '../probe/expectation.ts';
import { expectPage, leaveForAnaf } from '../probe/journey.ts';
import type { Subject } from '../probe/subject.ts';
import type { Check } from './check.ts';

/** The page of the secret address: it says who asks, and a visit changes nothing. */
export const pageChecks: readonly Check[] = [
  {
    id: 'page-says-who-asks',
    level: 'connect',
    fact: 'GET /authorize/{ticket} shows a page with the application, the company and its CUI, also to a visitor from the host’s site.',
    run: async (subject) => {
      const request = subject.newCompany();
      const site = await subject.open(request);
      const { application } = await site.readAuthorization();
      const { authorizeUrl } = await site.start();
      for (const headers of [{}, { referer: `${subject.origin}/`, 'sec-fetch-site': 'cross-site' }]) {
        const page = await subject.newBrowser().visit(authorizeUrl, headers);
        expectStatus(page, [200]);
        expectPage(page);
        expectStays(page);
        for (const text of [application.name, request.companyName, request.taxId])
          expect(page.body.includes(text), `the page does not contain "${text}"`);
      }
    },
  },
  {
    id: 'page-visit-changes-nothing',
    level: 'connect',
    fact: 'A scanner of mail, a link preview and a prefetch of that address leave the attempt as it was.',
    run: async (subject) => {
      const site = await subject.open();
      const { attempt, authorizeUrl } = await site.start();
      const visitors = [
        { 'sec-fetch-mode': '', 'sec-fetch-dest': '', 'user-agent': 'preview-bot/1.0' },
        { 'sec-purpose': 'prefetch;prerender' },
        { purpose: 'prefetch', 'sec-fetch-mode': 'no-cors' },
        { 'sec-purpose': 'prefetch', referer: `${subject.origin}/` },
      ];
      for (const headers of visitors) expectStays(await subject.newBrowser().visit(authorizeUrl, headers));
      const { state } = await site.readAttempt(attempt.attemptId);
      expect(state === 'created', `the attempt is "${state}" after visits that nobody made`);
    },
  },
  {
    id: 'page-unknown',
    level: 'connect',
    fact: 'An unknown address is answered with a page and an error status.',
    run: async (subject) => {
      const { authorizeUrl } = await (await subject.open()).start();
      const changed = `${authorizeUrl.slice(0, -6)}AAAAAA`;
      for (const url of [changed, `${subject.baseUrl}/authorize/unknown`]) {
        const page = await subject.newBrowser().visit(url);
        expectStatus(page, [400, 404, 410]);
        expectPage(page);
      }
    },
  },
  {
    id: 'page-escapes-names',
    level: 'connect',
    fact: 'Names are shown as text: markup in the name of a company or person is not interpreted.',
    run: async (subject) => {
      const markup = '<img src=x onerror=alert(1)>"\'&';
      const site = await subject.open({ ...subject.newCompany(), companyName: markup, userName: markup });
      const page = await subject.newBrowser().visit((await site.start()).authorizeUrl);
      expect(!page.body.includes('<img src=x'), 'the page contains the markup of the name');
    },
  },
  {
    id: 'page-headers',
    level: 'connect',
    fact: 'The page cannot be framed or cached, and its address is not passed on to other sites.',
    run: async (subject) => {
      const page = await subject.newBrowser().visit((await (await subject.open()).start()).authorizeUrl);
      const { headers } = page;
      const policy = headers.get('content-security-policy') ?? '';
      const isFramed = !/frame-ancestors\s+'(none|self)'/.test(policy) && headers.get('x-frame-options') === null;
      expect(!isFramed, 'it may be framed: it has neither frame-ancestors nor X-Frame-Options');
      expect(
        /no-store/.test(headers.get('cache-control') ?? ''),
        'it may be cached: it has no Cache-Control: no-store',
      );
      const referrer = headers.get('referrer-policy') ?? 'none';
      const isKept = ['no-referrer', 'same-origin', 'origin', 'strict-origin'].includes(referrer);
      expect(isKept, `its address is passed on: Referrer-Policy is ${referrer}`);
      const opener = headers.get('cross-origin-opener-policy');
      expect(
        opener !== 'same-origin',
        'Cross-Origin-Opener-Policy: same-origin cuts the window off from the page that waits',
      );
    },
  },
  {
    id: 'form-of-stranger',
    level: 'connect',
    fact: 'A form of another site shows who asks, and does not lead to ANAF.',
    run: async (subject) => {
      const { authorizeUrl } = await (await subject.open()).start();
      for (const origin of ['https://elsewhere.example', 'null']) {
        const browser = subject.newBrowser();
        const arrival = await browser.follow(await browser.post(authorizeUrl, origin), authorizeUrl);
        expect(!('left' in arrival), `a form with the Origin ${origin} leads to ANAF`);
      }
    },
  },
  {
    id: 'form-of-page',
    level: 'connect',
    capability: 'form',
    fact: 'With the capability form, a form of the page that started the attempt leads to ANAF at once.',
    run: async (subject) => {
      const { authorizeUrl } = await (await subject.open()).start();
      const browser = subject.newBrowser();
      const sent = await browser.post(authorizeUrl, subject.origin);
      expect('left' in (await browser.follow(sent, authorizeUrl)), `${sent.request} does not lead to ANAF`);
    },
  },
  {
    id: 'leaves-with-state',
    level: 'connect',
    fact: 'The page’s button leads to ANAF with the registered callback, token_content_type=jwt and a new state each time.',
    run: async (subject) => {
      const { attempt, authorizeUrl } = await openedAttempt(subject);
      const [first, second] = [await leave(subject, authorizeUrl), await leave(subject, authorizeUrl)];
      for (const { url } of [first, second]) {
        const expected = {
          response_type: 'code',
          redirect_uri: `${subject.baseUrl}/callback`,
          token_content_type: 'jwt',
        };
        for (const [name, value] of Object.entries(expected)) {
          const sent = url.searchParams.get(name);
          expect(sent === value, `ANAF gets ${name}=${sent}, not ${value}`);
        }
        expect((url.searchParams.get('client_id') ?? '') !== '', 'ANAF gets no client_id');
        const state = url.searchParams.get('state') ?? '';
        expect(state.length >= 22, `a state of ${state.length} characters can be guessed`);
        expect(!url.href.includes(authorizeUrl.slice(authorizeUrl.lastIndexOf('/') + 1)), 'ANAF gets the ticket');
      }
      const states = [first, second].map(({ url }) => url.searchParams.get('state'));
      expect(states[0] !== states[1], 'two openings have the same state');
      expect(attempt.state === 'at-anaf', `the attempt is "${attempt.state}" while the person is at ANAF`);
    },
  },
  {
    id: 'leaves-with-cookie',
    level: 'connect',
    fact: 'Before ANAF the browser gets a cookie: HttpOnly, SameSite=Lax, and on https Secure with the prefix __Host-.',
    run: async (subject) => {
      const { authorizeUrl } = await (await subject.open()).start();
      const { cookies } = await leave(subject, authorizeUrl);
      expect(cookies.length > 0, 'the browser got no cookie');
      for (const cookie of cookies) {
        const name = cookie.slice(0, cookie.indexOf('='));
        expect(/;\s*httponly/i.test(cookie), `the cookie ${name} is not HttpOnly`);
        expect(
          /;\s*samesite=lax/i.test(cookie),
          `the cookie ${name} is not SameSite=Lax: ANAF comes from another site`,
        );
        if (!subject.baseUrl.startsWith('https:')) continue;
        expect(/;\s*secure/i.test(cookie), `the cookie ${name} is not Secure`);
        expect(name.startsWith('__Host-'), `the cookie ${name} has no prefix __Host-`);
      }
    },
  },
];

function expectStays({ request, status, headers }: Answer): void {
  const leadsOn = (status >= 300 && status < 400) || headers.get('refresh') !== null;
  expect(!leadsOn, `${request} answered HTTP ${status} and leads on without a confirmation`);
}

async function openedAttempt(subject: Subject) {
  const site = await subject.open();
  const { attempt, authorizeUrl } = await site.start();
  await leave(subject, authorizeUrl);
  return { attempt: await site.readAttempt(attempt.attemptId), authorizeUrl };
}

/** Presses the button in a new browser. Returns the address at ANAF, and the cookies that were set on the way. */
async function leave(subject: Subject, authorizeUrl: string) {
  const browser = subject.newBrowser();
  return { url: await leaveForAnaf(browser, authorizeUrl), cookies: browser.setCookies };
}
