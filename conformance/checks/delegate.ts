import { createdLink, linksAnswer } from 'spv-authorize/contract';
import { expect, expectBody, expectProblem, expectStatus } from '../probe/expectation.ts';
import { expectPage, leaveForAnaf, passAnaf } from '../probe/journey.ts';
import type { Site } from '../probe/site.ts';
import type { Subject } from '../probe/subject.ts';
import type { Check } from './check.ts';
import { expectStatusOf } from './journey.ts';

/** Level 3: somebody else authorizes by a link. */
export const delegateChecks: readonly Check[] = [
  {
    id: 'link-secret-once',
    level: 'delegate',
    capability: 'links',
    fact: 'POST /v1/links answers 201 with the link and its address; the address is in no later answer.',
    run: async (subject) => {
      const site = await invitingSite(subject);
      const { link, url } = await create(site);
      expect(link.state === 'new', `a new link is "${link.state}"`);
      const secret = url.slice(url.lastIndexOf('/') + 1);
      expect(secret.length >= 22, `a secret of ${secret.length} characters can be guessed`);
      const list = await site.call('GET', '/links');
      const { links } = expectBody(list, 200, linksAnswer);
      expect(
        links.some(({ linkId }) => linkId === link.linkId),
        'GET /v1/links does not list it',
      );
      expect(!list.body.includes(secret), 'GET /v1/links contains its secret');
    },
  },
  {
    id: 'link-permission',
    level: 'delegate',
    capability: 'links',
    fact: 'A session without the permission invite creates no link: 403 with the code permission-missing.',
    run: async (subject) => {
      const site = await subject.openWith(['view', 'authorize']);
      expectProblem(await site.call('POST', '/links'), 403, ['permission-missing']);
    },
  },
  {
    id: 'link-other-company',
    level: 'delegate',
    capability: 'links',
    fact: 'A session of another company sees and cancels no link of this one, even with the same CUI.',
    run: async (subject) => {
      const [site, stranger] = [await invitingSite(subject), await invitingSite(subject)];
      const { link } = await create(site);
      const { links } = expectBody(await stranger.call('GET', '/links'), 200, linksAnswer);
      expect(links.length === 0, 'the other company sees it');
      expectProblem(await stranger.call('DELETE', `/links/${link.linkId}`), 404, ['link-unknown']);
      await expectLinkState(site, link.linkId, 'new');
    },
  },
  {
    id: 'link-page',
    level: 'delegate',
    capability: 'links',
    fact: 'The page of a link names the company, its CUI and the application; a scanner of mail leaves the link as it was.',
    run: async (subject) => {
      const request = subject.newCompany();
      const site = await subject.open({ ...request, permissions: ['view', 'authorize', 'invite'] });
      const { application } = await site.readAuthorization();
      const { link, url } = await create(site);
      const page = await subject.newBrowser().visit(url, { 'sec-fetch-mode': '', 'user-agent': 'preview-bot/1.0' });
      expectStatus(page, [200]);
      expectPage(page);
      for (const text of [application.name, request.companyName, request.taxId])
        expect(page.body.includes(text), `the page does not contain "${text}"`);
      await expectLinkState(site, link.linkId, 'new');
    },
  },
  {
    id: 'link-authorizes',
    level: 'delegate',
    capability: 'links',
    fact: 'Somebody else opens the link, presses the button and passes ANAF: the company is active via link, the link completed.',
    run: async (subject) => {
      const site = await invitingSite(subject);
      const { link, url } = await create(site);
      const browser = subject.newBrowser();
      const callback = await passAnaf(subject, await leaveForAnaf(browser, url), { persona: 'accountant' });
      await browser.visit(callback);
      await expectStatusOf(site, 'active');
      const { authorization } = await site.readAuthorization();
      const via = authorization.status === 'none' ? 'nothing' : authorization.via;
      expect(via === 'link', `it says via "${via}"`);
      await expectLinkState(site, link.linkId, 'completed');
    },
  },
  {
    id: 'link-failed-try',
    level: 'delegate',
    capability: 'links',
    fact: 'A certificate without the right does not use up the link: it shows no-rights, and another certificate can follow.',
    run: async (subject) => {
      const site = await invitingSite(subject);
      const { link, url } = await create(site);
      for (const [persona, state] of [
        ['other-company', 'no-rights'],
        ['accountant', 'completed'],
      ] as const) {
        const browser = subject.newBrowser();
        const callback = await passAnaf(subject, await leaveForAnaf(browser, url), { persona });
        await browser.visit(callback);
        await expectLinkState(site, link.linkId, state);
      }
    },
  },
  {
    id: 'link-cancelled',
    level: 'delegate',
    capability: 'links',
    fact: 'DELETE /v1/links/{id} ends a link: its page leads to ANAF no more and tells a stranger nothing about the company.',
    run: async (subject) => {
      const request = subject.newCompany();
      const site = await subject.open({ ...request, permissions: ['view', 'authorize', 'invite'] });
      const { link, url } = await create(site);
      expectStatus(await site.call('DELETE', `/links/${link.linkId}`), [204]);
      const browser = subject.newBrowser();
      const page = await browser.visit(url);
      expectPage(page);
      for (const text of [request.companyName, request.taxId])
        expect(!page.body.includes(text), `the page still contains "${text}"`);
      const sent = await browser.pressButton(page, url);
      const left = sent && 'left' in (await browser.follow(sent, url));
      expect(!left, 'its page still leads to ANAF');
    },
  },
];

function invitingSite(subject: Subject): Promise<Site> {
  return subject.openWith(['view', 'authorize', 'invite']);
}

async function create(site: Site) {
  return expectBody(await site.call('POST', '/links'), 201, createdLink);
}

async function expectLinkState(site: Site, linkId: string, state: string): Promise<void> {
  const { links } = expectBody(await site.call('GET', '/links'), 200, linksAnswer);
  const link = links.find((one) => one.linkId === linkId);
  expect(link?.state === state, `the link is "${link?.state ?? 'not listed'}", not "${state}"`);
}
