import assert from 'node:assert/strict';
import { createConnection, type Socket } from 'node:net';
import { after, before, beforeEach, describe, it, mock as spy } from 'node:test';
import { connect } from 'node:tls';
import fc from 'fast-check';
import { startMock } from '../../support/login.ts';

const doors = [
  'login',
  'loginAtHandshake',
  'picker',
  'api',
  'apiPlain',
  'apiCertificate',
  'apiPublic',
  'admin',
] as const;

/** Bytes that are nearly HTTP, and arbitrary bytes. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 300 }),
  fc
    .tuple(
      fc.constantFrom('GET', 'POST', 'CONNECT', 'TRACE', 'PRI', 'get', 'GET\u0000'),
      fc.constantFrom('/', '*', '/my.policy', '/test/FCTEL/rest/upload', 'http://x/', '/%', '/ä', '//x', '/?%ff', ''),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', ''),
      fc.array(
        fc.constantFrom(
          ...['Host: x', 'Host:', 'Content-Length: 5', 'Content-Length: -1', 'Transfer-Encoding: chunked'],
          ...['Upgrade: websocket', 'Connection: Upgrade', 'Expect: 100-continue', 'Expect: x', 'Cookie: MRHSession'],
          ...['Cookie: =;=;;', 'Authorization: Bearer \u00ff', 'a b: c', ': x', 'Content-Type: multipart/form-data'],
        ),
        { maxLength: 5 },
      ),
      fc.constantFrom('', '5\r\nabcde\r\n0\r\n\r\n', 'zz\r\n', 'abc'),
    )
    .map(([method, target, version, headers, body]) =>
      Buffer.from(`${[`${method} ${target} ${version}`, ...headers].join('\r\n')}\r\n\r\n${body}`, 'latin1'),
    ),
);

describe('arbitrary bytes', () => {
  let mock: Awaited<ReturnType<typeof startMock>>;
  const complaints = spy.method(console, 'error', () => undefined);

  before(async () => {
    mock = await startMock();
  });
  beforeEach(() => complaints.mock.resetCalls());
  after(async () => {
    complaints.mock.restore();
    await mock.stop();
  });

  for (const door of doors) {
    it(`arbitrary bytes at the door ${door} end only that connection`, async () => {
      const { port } = new URL(mock.urls[door]);
      await fc.assert(
        fc.asyncProperty(bytes, async (sent) => assertHarmless(await exchange(createConnection(Number(port)), sent))),
        { numRuns: 60 },
      );
    });
  }

  for (const door of ['login', 'loginAtHandshake', 'api', 'apiCertificate', 'apiPublic'] as const) {
    it(`arbitrary bytes inside TLS at the door ${door} end only that connection`, async () => {
      const { port } = new URL(mock.urls[door]);
      const options = { port: Number(port), ca: mock.caPem, host: '127.0.0.1' };
      await fc.assert(
        fc.asyncProperty(bytes, async (sent) => assertHarmless(await exchange(connect(options), sent))),
        { numRuns: 60 },
      );
    });
  }

  /** Asserts that the mock sent nothing or a valid answer, and that it still works. */
  async function assertHarmless(received: string): Promise<void> {
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(received)?.[1] ?? 0);
    assert.ok(status < 500, received);
    assert.deepEqual(
      complaints.mock.calls.map((call) => call.arguments),
      [],
    );
    assert.equal((await fetch(`${mock.urls.admin}/healthz`)).status, 200);
  }
});

/** Sends bytes, ends the stream, and waits until the other side has closed the connection. */
function exchange(socket: Socket, sent: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    socket.setEncoding('latin1').on('data', (chunk) => {
      received += chunk;
    });
    socket.on('error', () => undefined).on('close', () => resolve(received));
    socket.end(sent);
  });
}
