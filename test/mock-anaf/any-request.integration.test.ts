import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type ApiClient, apiOf } from './support/api.ts';
import { exemplu, invoice } from './support/invoice.ts';
import { clientId, codeOf, exchange, redirectUri, refresh, startMock } from './support/login.ts';

const paths = [
  ...['/anaf-oauth2/v1/authorize', '/anaf-oauth2/v1/token', '/anaf-oauth2/v1/revoke', '/my.policy', '/my.policy_nonce'],
  ...['/vdesk/hangup.php3', '/my.logout.php3', '/'],
];
const methods = ['upload', 'stareMesaj', 'listaMesajeFactura', 'descarcare', 'validare/FACT1', 'nothing'];
const names = [
  'cif',
  'zile',
  'standard',
  'id',
  'id_incarcare',
  'filtru',
  'extern',
  'client_id',
  'redirect_uri',
  'grant_type',
  'code',
  'act',
  'session',
];
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('1', exemplu.cui, 'UBL', clientId, redirectUri, '__proto__', '-1', '9'.repeat(400)),
);
const parameters = fc
  .dictionary(fc.constantFrom(...names), values, { maxKeys: 5 })
  .map((fields) => new URLSearchParams(fields));

describe('whatever comes', () => {
  let mock: Awaited<ReturnType<typeof startMock>>;
  let api: ApiClient;

  before(async () => {
    mock = await startMock();
    api = await apiOf(mock, 'administrator');
  });
  after(() => mock.stop());

  it('at the login is answered by something that the login gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom('GET', 'POST', 'PUT'),
        parameters,
        parameters,
        async (path, method, query, form) => {
          const init = { method, redirect: 'manual', ...(method !== 'GET' && { body: form }) } as const;
          const { status } = await fetch(`${mock.urls.picker}${path}?${query}`, init);
          assert.ok([200, 302, 400].includes(status), `${method} ${path} ${status}`);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('at the API is answered by something that the API gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), parameters, async (method, query) => {
        const { status, text } = await api.get(`${method}?${query}`);
        assert.ok([200, 400, 403].includes(status), `${method} ${status}`);
        if (status === 400) assert.equal(JSON.parse(text).error, 'Bad Request');
      }),
      { numRuns: 150 },
    );
  });

  it('as a document is taken or refused in words, never an error of the server', async () => {
    const cut = fc
      .nat({ max: 900 })
      .chain((at) => fc.uint8Array({ maxLength: 6 }).map((bytes) => splice(invoice(), at, bytes)));
    const any = fc.uint8Array({ minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, any), async (body) => {
        const { status, text } = await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, body);
        assert.equal(status, 200);
        assert.match(
          text,
          /ExecutionStatus="0"|Fisierul transmis nu este valid\. org\.xml\.sax\.SAXParseException; lineNumber/,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('as bytes that are no HTTP ends that connection and nothing else', async () => {
    const port = Number(new URL(mock.urls.picker).port);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        await new Promise<void>((resolve) => {
          const socket = createConnection(port, '127.0.0.1', () => socket.end(bytes));
          socket.on('close', () => resolve()).on('error', () => resolve());
          socket.resume();
        });
        assert.equal((await fetch(`${mock.urls.admin}/healthz`)).status, 200);
      }),
      { numRuns: 30 },
    );
  });

  it('every document that was taken can be downloaded with its signed copy', async () => {
    mock.clock.advance(10);
    for (const { messageId } of Object.values(mock.state.uploads)) {
      const head = Buffer.from(await api.bytes(`descarcare?id=${messageId}`))
        .subarray(0, 2)
        .toString();
      assert.equal(head, 'PK');
    }
  });

  it('a code is exchanged at most once under any number of exchanges at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 8 }), fc.scheduler(), async (count, scheduler) => {
        const code = await codeOf(mock, 'accountant');
        const task = scheduler.scheduleFunction(() => exchange(mock, code));
        const answers = Promise.all(Array.from({ length: count }, task));
        await scheduler.waitFor(answers);
        assert.equal((await answers).filter(({ status }) => status === 200).length, 1);
      }),
      { numRuns: 10 },
    );
  });

  it('a refresh token is used at most once under any number of refreshes at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 8 }), async (count) => {
        const { body } = await exchange(mock, await codeOf(mock, 'accountant'));
        const answers = await Promise.all(
          Array.from({ length: count }, () => refresh(mock, String(body.refresh_token))),
        );
        assert.equal(answers.filter(({ status }) => status === 200).length, 1);
      }),
      { numRuns: 10 },
    );
  });
});

function splice(text: string, at: number, bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(text);
  return Buffer.concat([source.subarray(0, at), bytes, source.subarray(at + bytes.length)]);
}
