import type { Answer } from '../probe/answer.ts';
import { expect, expectStatus } from '../probe/expectation.ts';
import type { Check } from './check.ts';

const stranger = 'https://elsewhere.example';

/** The element runs on another origin than the backend. */
export const corsChecks: readonly Check[] = [
  {
    id: 'cors-preflight',
    level: 'connect',
    fact: 'A preflight request of the host’s page is allowed: GET, POST, DELETE, with Authorization and Content-Type.',
    run: async (subject) => {
      const site = await subject.open();
      for (const [method, path] of [
        ['POST', '/attempts'],
        ['DELETE', '/attempts/any'],
        ['GET', '/authorization'],
      ] as const) {
        const headers = {
          authorization: '',
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization,content-type',
        };
        const answer = await site.call('OPTIONS', path, { headers });
        expectStatus(answer, [200, 204]);
        expectAllowed(answer, subject.origin);
        expectListed(answer, 'access-control-allow-methods', [method]);
        expectListed(answer, 'access-control-allow-headers', ['authorization', 'content-type']);
      }
    },
  },
  {
    id: 'cors-answer',
    level: 'connect',
    fact: 'The host’s page may read every answer, errors included, and never with credentials.',
    run: async (subject) => {
      const site = await subject.open();
      const refused = await site.call('GET', '/authorization', { headers: { authorization: 'Bearer garbage' } });
      const answers = [await site.call('GET', '/authorization'), await site.call('GET', '/attempts/unknown'), refused];
      for (const answer of answers) {
        expectAllowed(answer, subject.origin);
        const credentials = answer.headers.get('access-control-allow-credentials');
        expect(credentials === null, `${answer.request} allows credentials`);
      }
    },
  },
  {
    id: 'cors-stranger',
    level: 'connect',
    fact: 'A page of another origin may read nothing.',
    run: async (subject) => {
      const site = await subject.open();
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await site.call(method, '/authorization', { headers: { origin: stranger } });
        const allowed = answer.headers.get('access-control-allow-origin');
        expect(allowed !== stranger && allowed !== '*', `${answer.request} allows the origin ${allowed}`);
      }
    },
  },
];

function expectAllowed({ request, headers }: Answer, origin: string): void {
  const allowed = headers.get('access-control-allow-origin');
  expect(
    allowed === origin || allowed === '*',
    `${request} has Access-Control-Allow-Origin ${allowed ?? 'not at all'}`,
  );
}

function expectListed({ request, headers }: Answer, name: string, wanted: readonly string[]): void {
  const listed = (headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);
  const missing = wanted.filter((one) => !listed.includes(one.toLowerCase()));
  expect(missing.length === 0, `${request} does not list ${missing.join(', ')} in ${name}`);
}
