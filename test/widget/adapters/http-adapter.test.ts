import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SpvProblem } from 'spv-authorize/contract';
import { exampleAnswer } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { FakeBackend } from './fake-backend.ts';

const { now } = exampleAnswer;
const attempt = { attemptId: 'a/1', expiresAt: now + 900, state: 'created' } as const;
const started = { now, attempt, authorizeUrl: 'https://spv.example/authorize/t' };
const options = { signal: new AbortController().signal };

function problem(code: string, status: number) {
  return { type: 'about:blank', title: 'No', status, code, reference: '7F3K' };
}

describe('HttpAdapter', () => {
  it('readAuthorization sends the session as a bearer token to a path below baseUrl', async () => {
    const backend = new FakeBackend().answer(200, exampleAnswer);
    const { adapter } = backend.adapter();

    const answer = await adapter.readAuthorization(options);

    assert.deepEqual(answer, exampleAnswer);
    assert.deepEqual(backend.requests, [
      {
        method: 'GET',
        url: 'https://spv.example/prefix/v1/authorization',
        session: 'Bearer session-1',
        body: undefined,
      },
    ]);
  });

  it('an attempt is started, read and cancelled at paths with its escaped id', async () => {
    const backend = new FakeBackend().answer(201, started).answer(200, { now, attempt }).answer(204, '');
    const { adapter } = backend.adapter();

    await adapter.startAttempt({ mode: 'window' }, options);
    await adapter.readAttempt('a/1', options);
    await adapter.cancelAttempt('a/1', options);

    assert.deepEqual(
      backend.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
      ['POST /prefix/v1/attempts', 'GET /prefix/v1/attempts/a%2F1', 'DELETE /prefix/v1/attempts/a%2F1'],
    );
    assert.deepEqual(backend.requests[0]?.body, { mode: 'window' });
  });

  it('verifyAuthorization sends POST and disconnect sends DELETE', async () => {
    const backend = new FakeBackend().answer(200, exampleAnswer).answer(200, exampleAnswer);
    const { adapter } = backend.adapter();

    await adapter.verifyAuthorization(options);
    await adapter.disconnect(options);

    assert.deepEqual(
      backend.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
      ['POST /prefix/v1/authorization/verify', 'DELETE /prefix/v1/authorization'],
    );
  });

  it('links are read, created, replaced, cancelled and sent at paths with their escaped ids', async () => {
    const link = { linkId: 'l/1', state: 'new', createdAt: now, changedAt: now, expiresAt: now + 86_400 } as const;
    const created = { now, link, url: 'https://spv.example/l/secret' };
    const request = { email: 'ana@cabinet.example', message: 'Bună', language: 'ro' } as const;
    const backend = new FakeBackend()
      .answer(200, { now, links: [link] })
      .answer(201, created)
      .answer(200, created)
      .answer(204, '')
      .answer(200, { now, link });
    const { adapter } = backend.adapter();

    const answers = [
      await adapter.readLinks(options),
      await adapter.createLink(options),
      await adapter.replaceLink('l/1', options),
      await adapter.cancelLink('l/1', options),
      await adapter.sendLink('l/1', request, options),
    ];

    assert.deepEqual(answers, [{ now, links: [link] }, created, created, undefined, { now, link }]);
    assert.deepEqual(
      backend.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
      [
        'GET /prefix/v1/links',
        'POST /prefix/v1/links',
        'POST /prefix/v1/links/l%2F1/replace',
        'DELETE /prefix/v1/links/l%2F1',
        'POST /prefix/v1/links/l%2F1/send',
      ],
    );
    assert.deepEqual(backend.requests[4]?.body, request);
  });

  it('a link in a state that this version does not know has the state "other"', async () => {
    const link = { linkId: 'a', state: 'postponed', createdAt: now, changedAt: now, expiresAt: now + 86_400 };
    const { adapter } = new FakeBackend().answer(200, { now, links: [link] }).adapter();

    const answer = await adapter.readLinks(options);

    assert.deepEqual(answer.links, [{ ...link, state: 'other' }]);
  });

  it('two calls after each other use one session', async () => {
    const backend = new FakeBackend().answer(200, exampleAnswer).answer(200, exampleAnswer);
    const { adapter, sessions } = backend.adapter();

    await adapter.readAuthorization(options);
    await adapter.readAuthorization(options);

    assert.equal(sessions(), 1);
  });

  for (const code of ['session-expired', 'session-missing'] as const) {
    it(`a call is repeated once with a new session when the backend answers ${code}`, async () => {
      const backend = new FakeBackend().answer(401, problem(code, 401)).answer(200, exampleAnswer);
      const { adapter } = backend.adapter();

      await adapter.readAuthorization(options);

      assert.deepEqual(
        backend.requests.map(({ session }) => session),
        ['Bearer session-1', 'Bearer session-2'],
      );
    });

    it(`a call rejects when the new session is ${code} as well, and the next call asks the host again`, async () => {
      const refused = problem(code, 401);
      const backend = new FakeBackend().answer(401, refused).answer(401, refused).answer(200, exampleAnswer);
      const { adapter } = backend.adapter();

      await assert.rejects(adapter.readAuthorization(options), isProblem(code));
      await adapter.readAuthorization(options);

      assert.deepEqual(
        backend.requests.map(({ session }) => session),
        ['Bearer session-1', 'Bearer session-2', 'Bearer session-3'],
      );
    });
  }

  it('two calls with the same expired session share one new session', async () => {
    const expired = problem('session-expired', 401);
    const backend = new FakeBackend().answer(401, expired).answer(401, expired);
    backend.answer(200, exampleAnswer).answer(200, { now, attempt });
    const { adapter, sessions } = backend.adapter();

    await Promise.all([adapter.readAuthorization(options), adapter.readAttempt('a/1', options)]);

    assert.equal(sessions(), 2);
  });

  it('a host that gives no session in time is reported as unreachable, told by its signal, and asked again by the next call', async () => {
    const told: boolean[] = [];
    const getSession = ({ signal }: { signal: AbortSignal }) => {
      signal.addEventListener('abort', () => told.push(true));
      return new Promise<string>(() => undefined);
    };
    const { adapter } = new FakeBackend().adapter({ getSession, timeoutMs: 5 });

    await assert.rejects(adapter.readAuthorization(options), isProblem('unreachable'));
    await assert.rejects(adapter.readAuthorization(options), isProblem('unreachable'));
    assert.deepEqual(told, [true, true]);
  });

  it('aborting one call does not end the wait of another call for the same session', async () => {
    const host = Promise.withResolvers<string>();
    const { adapter } = new FakeBackend().answer(200, exampleAnswer).adapter({ getSession: () => host.promise });
    const leaving = new AbortController();
    const left = adapter.readAttempt('a/1', { signal: leaving.signal });
    const stayed = adapter.readAuthorization(options);

    leaving.abort('left');
    await assert.rejects(left, (reason) => reason === 'left');
    host.resolve('session');

    assert.deepEqual(await stayed, exampleAnswer);
  });

  it('a host that refuses a session is reported as session-missing, and asked again by the next call', async () => {
    const backend = new FakeBackend().answer(200, exampleAnswer);
    let asked = 0;
    const getSession = async () => {
      asked += 1;
      if (asked === 1) throw new Error('signed out');
      return 'session';
    };
    const { adapter } = backend.adapter({ getSession });

    await assert.rejects(adapter.readAuthorization(options), isProblem('session-missing'));
    await adapter.readAuthorization(options);
    assert.equal(asked, 2);
  });

  it('an SpvProblem has the code, status, reference and Retry-After of the answer', async () => {
    const backend = new FakeBackend().answer(429, problem('rate-limited', 429), { 'Retry-After': '7' });
    const { adapter } = backend.adapter();

    await assert.rejects(adapter.readAttempt('a', options), (error) => {
      assert.ok(error instanceof SpvProblem);
      const { code, status, reference, retryAfterSeconds } = error;
      assert.deepEqual(
        { code, status, reference, retryAfterSeconds },
        {
          code: 'rate-limited',
          status: 429,
          reference: '7F3K',
          retryAfterSeconds: 7,
        },
      );
      return true;
    });
  });

  const unlike = [
    ['an answer that lacks what the contract promises', 200, { now }, 'unreadable'],
    ['an answer with a status that the contract does not know', 200, withStatus('maybe'), 'unreadable'],
    ['a page of HTML with status 200', 200, '<html>Pagina logout</html>', 'unreadable'],
    ['a problem with an unknown code', 400, problem('whatever', 400), 'unreadable'],
    ['a proxy that answers 502 with a page', 502, '<html>Bad gateway</html>', 'unreachable'],
    ['a proxy that answers 429 without a body', 429, '', 'rate-limited'],
  ] as const;
  for (const [what, status, body, code] of unlike) {
    it(`${what} is reported as ${code}`, async () => {
      const { adapter } = new FakeBackend().answer(status, body).adapter();

      await assert.rejects(adapter.readAuthorization(options), isProblem(code));
    });
  }

  it('a broken connection is reported as unreachable, with its cause', async () => {
    const { adapter } = new FakeBackend().breakOff().adapter();

    await assert.rejects(adapter.readAuthorization(options), (error) => {
      assert.ok(error instanceof SpvProblem && error.code === 'unreachable' && error.cause instanceof TypeError);
      return true;
    });
  });

  it('a call without an answer is reported as unreachable after its time-out', async () => {
    const { adapter } = new FakeBackend().adapter({ timeoutMs: 5 });

    await assert.rejects(adapter.readAuthorization(options), isProblem('unreachable'));
  });

  it('an aborted call rejects with the reason of its signal', async () => {
    const { adapter } = new FakeBackend().adapter();
    const controller = new AbortController();
    const reading = adapter.readAuthorization({ signal: controller.signal });

    controller.abort('left');

    await assert.rejects(reading, (reason) => reason === 'left');
  });
});

function isProblem(code: string) {
  return (error: unknown) => error instanceof SpvProblem && error.code === code;
}

function withStatus(status: string) {
  return { ...exampleAnswer, authorization: { status } };
}
