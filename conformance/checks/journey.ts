import { expect, expectStatus } from '../probe/expectation.ts';
import { authorize, leaveForAnaf, passAnaf, returnFromAnaf } from '../probe/journey.ts';
import type { Site } from '../probe/site.ts';
import { exempluTaxId, type Subject } from '../probe/subject.ts';
import type { Check } from './check.ts';

const daySeconds = 86_400;

/** The way to ANAF and back, with mock-anaf behind the backend. */
export const journeyChecks: readonly Check[] = [
  {
    id: 'success',
    level: 'connect',
    fact: 'After the login the right for the CUI is checked at ANAF, and the authorization is active with the certificate’s facts.',
    run: async (subject) => {
      const { mock } = subject.anaf;
      const before = mock.journal.entries().at(-1)?.number ?? 0;
      const site = await subject.open();
      const { attemptId } = await authorize(subject, site);
      await expectState(site, attemptId, 'succeeded');
      const { authorization, now } = await site.readAuthorization();
      expect(authorization.status === 'active', `the authorization is "${authorization.status}", not active`);
      expect(authorization.via === 'certificate', `it says via "${authorization.via}"`);
      expect(authorization.rights.verdict === 'granted', `the verdict is "${authorization.rights.verdict}"`);
      const serial = mock.personas.find(({ name }) => name === 'administrator')?.serial ?? '';
      const shown = normal(authorization.certificate.serial);
      expect(shown === normal(serial), `the certificate is ${authorization.certificate.serial}, not ${serial}`);
      const days = (authorization.accessExpiresAt - now) / daySeconds;
      expect(days > 85 && days < 91, `the access token ends in ${Math.round(days)} days, not in 90`);
      expect(
        authorization.reauthorizeBy > authorization.accessExpiresAt,
        '"reauthorizeBy" is not after "accessExpiresAt"',
      );
      const asked = mock.journal.count({ path: 'listaMesaje', after: before, about: { cif: exempluTaxId } });
      expect(asked > 0, `ANAF was not asked about the right for the CUI ${exempluTaxId}`);
    },
  },
  {
    id: 'same-tax-id',
    level: 'connect',
    fact: 'Another company with the same CUI sees nothing of the authorization.',
    run: async (subject) => {
      await activeSite(subject);
      const { authorization } = await (await subject.open()).readAuthorization();
      expect(authorization.status === 'none', `the other company is "${authorization.status}"`);
    },
  },
  {
    id: 'callback-without-cookie',
    level: 'connect',
    fact: 'A callback in a browser without the cookie is refused, uses up no code and changes nothing.',
    run: async (subject) => {
      const site = await subject.open();
      const { attemptId, callback, browser } = await returnFromAnaf(subject, site);
      await expectNoExchange(subject, () => subject.newBrowser().visit(callback));
      await expectState(site, attemptId, 'at-anaf');
      await browser.visit(callback);
      await expectState(site, attemptId, 'succeeded');
    },
  },
  {
    id: 'callback-of-other-attempt',
    level: 'connect',
    fact: 'The cookie of one attempt does not open the callback of another.',
    run: async (subject) => {
      const [site, other] = [await subject.open(), await subject.open()];
      const [own, foreign] = [await returnFromAnaf(subject, site), await returnFromAnaf(subject, other)];
      await expectNoExchange(subject, () => own.browser.visit(foreign.callback));
      await expectState(other, foreign.attemptId, 'at-anaf');
    },
  },
  {
    id: 'callback-forged-state',
    level: 'connect',
    fact: 'A callback with a changed state, without one, or without any parameter is answered with an error page.',
    run: async (subject) => {
      const site = await subject.open();
      const { attemptId, callback, browser } = await returnFromAnaf(subject, site);
      for (const state of ['forged', '', undefined]) {
        const url = new URL(callback);
        if (state === undefined) url.search = '';
        else url.searchParams.set('state', state);
        const page = await expectNoExchange(subject, () => browser.visit(url.href));
        expectStatus(page, [400, 403, 404, 410]);
      }
      await expectState(site, attemptId, 'at-anaf');
    },
  },
  {
    id: 'callback-prefetched',
    level: 'connect',
    fact: 'A prefetch of the callback does not use up the code.',
    run: async (subject) => {
      const site = await subject.open();
      const { attemptId, callback, browser } = await returnFromAnaf(subject, site);
      await expectNoExchange(subject, () => browser.visit(callback, { 'sec-purpose': 'prefetch' }));
      await browser.visit(callback);
      await expectState(site, attemptId, 'succeeded');
    },
  },
  {
    id: 'callback-repeated',
    level: 'connect',
    fact: 'A repeated callback shows the result again: the code is sent to ANAF once, and a state works once.',
    run: async (subject) => {
      const site = await subject.open();
      const { attemptId, callback, browser } = await authorize(subject, site);
      await expectNoExchange(subject, () => browser.visit(callback));
      const other = new URL(callback);
      other.searchParams.set('code', '0'.repeat(64));
      await expectNoExchange(subject, () => browser.visit(other.href));
      await expectState(site, attemptId, 'succeeded');
    },
  },
  {
    id: 'cancelled-meanwhile',
    level: 'connect',
    fact: 'A login that ends after the attempt was cancelled does not authorize the company.',
    run: async (subject) => {
      const site = await subject.open();
      const { attemptId, callback, browser } = await returnFromAnaf(subject, site);
      await site.call('DELETE', `/attempts/${attemptId}`);
      await browser.visit(callback);
      await expectStatusOf(site, 'none');
    },
  },
  {
    id: 'opened-again',
    level: 'connect',
    fact: 'A failed attempt can be opened again with the same address, and can still succeed.',
    run: async (subject) => {
      const site = await subject.open();
      const { attemptId, authorizeUrl } = await authorize(subject, site, { act: 'cancel' });
      await expectState(site, attemptId, 'failed');
      const browser = subject.newBrowser();
      await browser.visit(await passAnaf(subject, await leaveForAnaf(browser, authorizeUrl)));
      await expectState(site, attemptId, 'succeeded');
    },
  },
];

/** A company that is authorized by `administrator`. */
export async function activeSite(subject: Subject): Promise<Site> {
  const site = await subject.open();
  await authorize(subject, site);
  await expectStatusOf(site, 'active');
  return site;
}

export async function expectStatusOf(site: Site, status: string): Promise<void> {
  const { authorization } = await site.readAuthorization();
  expect(authorization.status === status, `the authorization is "${authorization.status}", not "${status}"`);
}

async function expectState(site: Site, attemptId: string, state: string): Promise<void> {
  const attempt = await site.readAttempt(attemptId);
  const code = attempt.state === 'failed' ? ` (${attempt.failure.code})` : '';
  expect(attempt.state === state, `the attempt is "${attempt.state}"${code}, not "${state}"`);
}

async function expectNoExchange<Result>(subject: Subject, act: () => Promise<Result>): Promise<Result> {
  const before = subject.anaf.exchanges();
  const result = await act();
  expect(subject.anaf.exchanges() === before, 'the backend sent the code to ANAF');
  return result;
}

/** A serial is written with or without colons. */
function normal(serial: string): string {
  return serial.replaceAll(':', '').toLowerCase();
}
