import { authorizationAnswer } from 'spv-authorize/contract';
import { expect, expectBody, expectProblem } from '../probe/expectation.ts';
import { authorize } from '../probe/journey.ts';
import type { Check } from './check.ts';
import { withScenario } from './failures.ts';
import { activeSite, expectStatusOf } from './journey.ts';

const verifyPath = '/authorization/verify';

/** Level 2: the authorization is looked after. */
export const keepChecks: readonly Check[] = [
  {
    id: 'verify',
    level: 'keep',
    capability: 'verify',
    fact: 'POST /v1/authorization/verify asks ANAF: a lost right shows no-rights, and a right that is back shows active.',
    run: async (subject) => {
      const site = await activeSite(subject);
      const lost = await withScenario(subject, 'api-no-rights', () => site.call('POST', verifyPath));
      const { authorization } = expectBody(lost, 200, authorizationAnswer);
      expect(authorization.status === 'no-rights', `without the right it is "${authorization.status}"`);
      const back = expectBody(await site.call('POST', verifyPath), 200, authorizationAnswer);
      expect(back.authorization.status === 'active', `with the right again it is "${back.authorization.status}"`);
    },
  },
  {
    id: 'verify-anaf-silent',
    level: 'keep',
    capability: 'verify',
    fact: 'When ANAF does not answer, verify is answered with 503 anaf-unavailable, and the status stays as it was.',
    run: async (subject) => {
      const site = await activeSite(subject);
      const answer = await withScenario(subject, 'api-unavailable', () => site.call('POST', verifyPath));
      expectProblem(answer, 503, ['anaf-unavailable']);
      await expectStatusOf(site, 'active');
    },
  },
  {
    id: 'disconnect',
    level: 'keep',
    capability: 'disconnect',
    fact: 'DELETE /v1/authorization deletes the authorization; the company can authorize again.',
    run: async (subject) => {
      const site = await activeSite(subject);
      const answer = expectBody(await site.call('DELETE', '/authorization'), 200, authorizationAnswer);
      expect(answer.authorization.status === 'none', `after disconnecting it is "${answer.authorization.status}"`);
      await authorize(subject, site);
      await expectStatusOf(site, 'active');
    },
  },
  {
    id: 'disconnect-permission',
    level: 'keep',
    capability: 'disconnect',
    fact: 'A session without the permission disconnect deletes nothing: 403 with the code permission-missing.',
    run: async (subject) => {
      const site = await subject.openWith(['view', 'authorize']);
      expectProblem(await site.call('DELETE', '/authorization'), 403, ['permission-missing']);
    },
  },
];
