import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { SpvProblem } from 'spv-authorize/contract';
import { hostSession } from 'spv-authorize/internal/adapters/host-session.ts';

const options = { signal: new AbortController().signal };

describe('hostSession', () => {
  const { fetch: realFetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('hostSession resolves with the session that the host answers, and passes its signal to fetch', async () => {
    const seen: unknown[] = [];
    globalThis.fetch = async (url, init) => {
      seen.push(url, init?.method, init?.credentials, init?.signal);
      return Response.json({ session: 'signed.jwt.here', expiresAt: 1_795_504_320 });
    };

    assert.equal(await hostSession('/spv-session')(options), 'signed.jwt.here');
    assert.deepEqual(seen, ['/spv-session', 'POST', 'same-origin', options.signal]);
  });

  const page = (status: number) => new Response('<html>', { status });
  const cases = [
    ['a host that is down', () => page(503), 'unreachable'],
    ['a host that refuses', () => Response.json({ error: 'signed out' }, { status: 401 }), 'session-missing'],
    ['a login page with status 200', () => page(200), 'session-missing'],
    ['a redirect to another page', () => redirected(Response.json({ session: 'x' })), 'session-missing'],
    ['an address that is not there', () => page(404), 'unreadable'],
    ['JSON without a session', () => Response.json({ token: 'x' }), 'unreadable'],
  ] as const;
  for (const [what, answer, code] of cases) {
    it(`hostSession reports ${what} as ${code}`, async () => {
      globalThis.fetch = async () => answer();

      await assert.rejects(hostSession('/spv-session')(options), isProblem(code));
    });
  }

  it('hostSession reports a broken connection as unreachable', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('connection refused'));

    await assert.rejects(hostSession('/spv-session')(options), isProblem('unreachable'));
  });
});

function redirected(response: Response): Response {
  return Object.defineProperty(response, 'redirected', { value: true });
}

function isProblem(code: string) {
  return (error: unknown) => error instanceof SpvProblem && error.code === code;
}
