import { expect, expectProblem } from '../probe/expectation.ts';
import type { Check } from './check.ts';

const refusedSession = ['session-missing', 'session-expired'];

/** A session determines the company, and nothing else does. */
export const sessionChecks: readonly Check[] = [
  {
    id: 'session-required',
    level: 'connect',
    fact: 'A request without a session is answered with 401.',
    run: async (subject) => {
      const site = await subject.open();
      const headers = { authorization: '' };
      expectProblem(await site.call('GET', '/authorization', { headers }), 401, refusedSession);
      expectProblem(await site.call('POST', '/attempts', { headers, body: { mode: 'window' } }), 401, refusedSession);
    },
  },
  {
    id: 'session-garbage',
    level: 'connect',
    fact: 'A session that the host did not issue, or that was changed, is answered with 401.',
    run: async (subject) => {
      const site = await subject.open();
      const middle = Math.floor(site.session.length / 2);
      const other = site.session[middle] === 'A' ? 'B' : 'A';
      const changed = site.session.slice(0, middle) + other + site.session.slice(middle + 1);
      for (const session of ['garbage', 'a.b.c', 'e30.e30.', changed]) {
        const headers = { authorization: `Bearer ${session}` };
        expectProblem(await site.call('GET', '/authorization', { headers }), 401, refusedSession);
      }
    },
  },
  {
    id: 'session-expired',
    level: 'connect',
    fact: 'A session that has ended is answered with 401 and the code session-expired.',
    isOptional: true,
    run: async (subject) => {
      const headers = { authorization: `Bearer ${subject.expiredSession}` };
      const site = await subject.open();
      expectProblem(await site.call('GET', '/authorization', { headers }), 401, ['session-expired']);
    },
  },
  {
    id: 'session-permission',
    level: 'connect',
    fact: 'A session that may only view starts no attempt: 403 with the code permission-missing.',
    run: async (subject) => {
      const site = await subject.openWith(['view']);
      expectProblem(await site.call('POST', '/attempts', { body: { mode: 'window' } }), 403, ['permission-missing']);
    },
  },
  {
    id: 'session-origin',
    level: 'connect',
    fact: 'A session is refused for a page of another origin: 403 with the code origin-refused.',
    run: async (subject) => {
      const site = await subject.open();
      const headers = { origin: 'https://elsewhere.example' };
      expectProblem(await site.call('GET', '/authorization', { headers }), 403, ['origin-refused']);
    },
  },
  {
    id: 'session-other-company',
    level: 'connect',
    fact: 'A session of another company sees and cancels no attempt of this one, even with the same CUI.',
    run: async (subject) => {
      const [site, stranger] = [await subject.open(), await subject.open()];
      const { attempt } = await site.start();
      const path = `/attempts/${attempt.attemptId}`;
      expectProblem(await stranger.call('GET', path), 404, ['attempt-unknown']);
      expectProblem(await stranger.call('DELETE', path), 404, ['attempt-unknown']);
      const { state } = await site.readAttempt(attempt.attemptId);
      expect(state === 'created', `the attempt is "${state}" after a stranger tried to cancel it`);
    },
  },
];
