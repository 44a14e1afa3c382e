import type { ScenarioName } from 'mock-anaf';
import type { FailureCode } from 'spv-authorize/contract';
import { expect } from '../probe/expectation.ts';
import { authorize, type Person, returnFromAnaf } from '../probe/journey.ts';
import type { Site } from '../probe/site.ts';
import type { Subject } from '../probe/subject.ts';
import type { Check } from './check.ts';
import { activeSite, expectStatusOf } from './journey.ts';

/** ANAF keeps a code for 60 seconds. */
const tooLateSeconds = 61;

/** What a person is told when an authorization fails, and what happens to the one that is there. */
export const failureChecks: readonly Check[] = [
  {
    id: 'refused-by-anaf',
    level: 'connect',
    fact: 'ANAF’s access_denied makes the attempt fail with the code access-denied and a diagnosis.',
    run: async (subject) => {
      const site = await subject.open();
      for (const person of [{ act: 'cancel' }, { persona: 'not-enrolled' }] as const)
        await expectFailure(site, await failed(subject, site, person), ['access-denied']);
      await expectStatusOf(site, 'none');
    },
  },
  {
    id: 'no-right-for-company',
    level: 'connect',
    fact: 'A certificate without the right for the CUI fails with no-right-for-company, and the running authorization stays as it was.',
    run: (subject) => expectUntouched(subject, { persona: 'other-company' }, ['no-right-for-company']),
  },
  {
    id: 'no-right-at-all',
    level: 'connect',
    fact: 'A certificate without any company fails with no-right-for-any-company, and the running authorization stays as it was.',
    run: (subject) => expectUntouched(subject, { persona: 'no-company' }, ['no-right-for-any-company']),
  },
  {
    id: 'code-too-old',
    level: 'connect',
    fact: 'A code that is older than 60 seconds fails with code-expired, and the running authorization stays as it was.',
    run: async (subject) => {
      const { clock } = subject.anaf.mock;
      const site = await activeSite(subject);
      const before = await site.readAuthorization();
      const { attemptId, callback, browser } = await returnFromAnaf(subject, site);
      clock.advance(tooLateSeconds);
      try {
        await browser.visit(callback);
      } finally {
        clock.advance(-tooLateSeconds);
      }
      await expectFailure(site, attemptId, ['code-expired']);
      await expectSameAuthorization(site, before);
    },
  },
  {
    id: 'anaf-silent-at-exchange',
    level: 'connect',
    fact: 'When ANAF does not exchange the code, the attempt fails with anaf-unavailable, and the running authorization stays as it was.',
    run: async (subject) => {
      const site = await activeSite(subject);
      const before = await site.readAuthorization();
      const attemptId = await withScenario(subject, 'token-unavailable', () => failed(subject, site, {}));
      await expectFailure(site, attemptId, ['anaf-unavailable']);
      await expectSameAuthorization(site, before);
    },
  },
  {
    id: 'anaf-silent-about-right',
    level: 'connect',
    fact: 'When ANAF does not answer about the right, nothing counts as proven, and the running authorization stays as it was.',
    run: async (subject) => {
      const site = await activeSite(subject);
      const before = await site.readAuthorization();
      await withScenario(subject, 'api-unavailable', async () => {
        const { attemptId } = await authorize(subject, site);
        const attempt = await site.readAttempt(attemptId);
        const isHonest = attempt.state === 'verifying' || attempt.state === 'failed';
        expect(isHonest, `the attempt is "${attempt.state}" although ANAF did not answer about the right`);
        if (attempt.state === 'failed') await expectFailure(site, attemptId, ['anaf-unavailable']);
        await expectSameAuthorization(site, before);
      });
    },
  },
];

async function expectUntouched(subject: Subject, person: Person, codes: readonly FailureCode[]): Promise<void> {
  const site = await activeSite(subject);
  const before = await site.readAuthorization();
  await expectFailure(site, await failed(subject, site, person), codes);
  await expectSameAuthorization(site, before);
}

async function failed(subject: Subject, site: Site, person: Person): Promise<string> {
  const { attemptId } = await authorize(subject, site, person);
  return attemptId;
}

async function expectFailure(site: Site, attemptId: string, codes: readonly FailureCode[]): Promise<void> {
  const attempt = await site.readAttempt(attemptId);
  expect(attempt.state === 'failed', `the attempt is "${attempt.state}", not failed`);
  const { code } = attempt.failure;
  expect(codes.includes(code), `the failure has the code ${code}, not ${codes.join(' or ')}`);
}

type Before = Awaited<ReturnType<Site['readAuthorization']>>;

async function expectSameAuthorization(site: Site, before: Before): Promise<void> {
  const { authorization } = await site.readAuthorization();
  const [now, then] = [authorization, before.authorization].map((one) => JSON.stringify(one));
  expect(now === then, `the running authorization was changed: it is "${authorization.status}", with other facts`);
}

/** While ANAF has this trouble. */
export async function withScenario<Result>(
  subject: Subject,
  name: ScenarioName,
  act: () => Promise<Result>,
): Promise<Result> {
  const { scenarios } = subject.anaf.mock;
  scenarios.add({ name });
  try {
    return await act();
  } finally {
    scenarios.clear(name);
  }
}
