import { type Answer, exchange } from '../probe/answer.ts';
import { expect, expectProblem, expectStatus } from '../probe/expectation.ts';
import type { Subject } from '../probe/subject.ts';
import type { Check } from './check.ts';

/** The API for the host's server, which authenticates with a host key. */
export const hostChecks: readonly Check[] = [
  {
    id: 'host-session',
    level: 'host',
    fact: 'POST /host/v1/sessions answers 201 with a session and its end.',
    run: async (subject) => {
      const answer = await createSession(subject, subject.newCompany());
      expectStatus(answer, [201]);
      const { session, expiresAt } = JSON.parse(answer.body) as Readonly<Record<string, unknown>>;
      expect(typeof session === 'string' && session !== '', 'the answer has no session');
      const seconds = Number(expiresAt) - Date.now() / 1000;
      expect(seconds > 0 && seconds < 86_400, `the session ends in ${Math.round(seconds)} seconds`);
    },
  },
  {
    id: 'host-key-refused',
    level: 'host',
    fact: 'A request with a wrong host key, or without one, is answered with 401 host-key-refused.',
    run: async (subject) => {
      for (const authorization of ['Bearer wrong-key', '', `Bearer ${subject.hostKey}x`]) {
        const answer = await createSession(subject, subject.newCompany(), { authorization });
        expectProblem(answer, 401, ['host-key-refused']);
      }
    },
  },
  {
    id: 'host-key-in-browser',
    level: 'host',
    fact: 'A host key with an Origin header comes from a browser and is refused: 403 origin-refused, without CORS headers.',
    run: async (subject) => {
      const answer = await createSession(subject, subject.newCompany(), { origin: subject.origin });
      expectProblem(answer, 403, ['origin-refused']);
      expect(answer.headers.get('access-control-allow-origin') === null, 'the answer has CORS headers');
    },
  },
  {
    id: 'host-request-checked',
    level: 'host',
    fact: 'A session request with wrong fields is answered with 400 malformed-request, and an origin that is not allowed as well.',
    run: async (subject) => {
      const request = subject.newCompany();
      const wrong = [{}, { ...request, taxId: 'RO 1' }, { ...request, permissions: ['everything'] }];
      for (const body of [...wrong, { ...request, origin: 'https://elsewhere.example' }])
        expectProblem(await createSession(subject, body), 400, ['malformed-request']);
    },
  },
];

async function createSession(
  subject: Subject,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const own = { authorization: `Bearer ${subject.hostKey}`, 'content-type': 'application/json', ...headers };
  const sent = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== ''));
  const url = new URL(`${subject.baseUrl}/host/v1/sessions`);
  const answer = await exchange(url, { method: 'POST', headers: sent, body: JSON.stringify(body) });
  return subject.transcript.add(answer);
}
