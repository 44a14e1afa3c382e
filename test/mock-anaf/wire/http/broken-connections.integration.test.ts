import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect as connectTcp, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { connect as connectTls } from 'node:tls';
import type { MockAnaf, ScenarioName } from 'mock-anaf';
import { authorizeUrl, startMock } from '../../support/login.ts';

/** How a connection ended for its client, and how many bytes the client received before. */
interface Seen {
  readonly end: string;
  readonly bytes: number;
}

function send(address: string, ca: string): Socket {
  const { protocol, hostname, port, pathname, search } = new URL(address);
  const socket: Socket =
    protocol === 'https:'
      ? connectTls({ host: hostname, port: Number(port), ca })
      : connectTcp({ host: hostname, port: Number(port) });
  socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n\r\n`);
  return socket;
}

/** @param later for a connection that stays open: resolves after the time at which it would have ended otherwise */
async function ask(address: string, ca: string, later?: () => Promise<unknown>): Promise<Seen> {
  const socket = send(address, ca);
  let bytes = 0;
  const ended = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      assert.doesNotMatch(chunk.toString('latin1'), /^HTTP/);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.on('end', () => resolve('in order'));
  });
  const end = await Promise.race([ended, ...(later ? [later().then(() => 'none')] : [])]);
  socket.destroy();
  return { end, bytes };
}

const kinds = { reset: ['ECONNRESET', 0], empty: ['in order', 0], garbage: ['in order', 64] } as const;

function addressesOf({ urls }: MockAnaf): Readonly<Record<string, string>> {
  const list = '/test/FCTEL/rest/listaMesajeFactura?zile=1&cif=1';
  return {
    'api in TLS': urls.api + list,
    'api in plain HTTP': urls.apiPlain + list,
    'login in TLS': authorizeUrl(urls.login),
    'login at the picker': authorizeUrl(urls.picker),
  };
}

describe('a connection that a scenario breaks', () => {
  for (const [kind, [end, bytes]] of Object.entries(kinds)) {
    it(`a connection broken by ${kind} ends "${end}" with ${bytes} bytes at every door, and the journal says so`, async () => {
      await using mock = await startMock();
      for (const point of ['login', 'api']) mock.scenarios.add({ name: `${point}-${kind}` as ScenarioName });

      for (const [door, address] of Object.entries(addressesOf(mock))) {
        assert.deepEqual(await ask(address, mock.caPem), { end, bytes }, door);
        assert.equal(mock.journal.entries().at(-1)?.status, kind, door);
      }
    });
  }

  it('a connection under hang stays open and receives no data at every door, and the journal says so', async () => {
    await using mock = await startMock();

    for (const [door, address] of Object.entries(addressesOf(mock))) {
      for (const point of ['login', 'api'] as const) mock.scenarios.add({ name: `${point}-hang`, times: 1 });
      const later = async () => {
        const [, ...more] = await mock.journal.waitFor({ status: 'hang' });
        assert.deepEqual(more, []);
        // Wait for the complete answer to a later request at the same door. Data for the first connection would have arrived by then.
        const next = send(address, mock.caPem);
        await once(next, 'data');
        next.destroy();
      };

      assert.deepEqual(await ask(address, mock.caPem, later), { end: 'none', bytes: 0 }, door);
      mock.scenarios.clear();
      mock.journal.clear();
    }
  });

  for (const [kind, exitCode] of [
    ['reset', 56],
    ['empty', 52],
    ['garbage', 1],
  ] as const) {
    it(`curl reports a connection broken by ${kind} with its own exit code, ${exitCode}`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name: `token-${kind}` });

      const args = ['--silent', '--data', 'x=1', `${mock.urls.picker}/anaf-oauth2/v1/token`];
      const code = await new Promise((resolve) => execFile('curl', args, (error) => resolve(error?.code ?? 0)));

      assert.equal(code, exitCode);
    });
  }

  it('a connection broken by reset is reset for a client behind the proxy too', async () => {
    await using mock = await startMock({ proxy: 'refuse' });
    mock.scenarios.add({ name: 'login-reset' });
    mock.scenarios.add({ name: 'api-reset' });
    const { hostname, port } = new URL(String(mock.urls.proxy));

    for (const [host, path] of [
      ['logincert.anaf.ro', authorizeUrl('')],
      ['api.anaf.ro', '/TestOauth/jaxrs/hello'],
    ] as const) {
      const asked = request({ hostname, port, method: 'CONNECT', path: `${host}:443`, agent: false }).end();
      const [, socket] = await once(asked, 'connect');
      const secure = connectTls({ socket, servername: host, ca: mock.caPem });
      secure.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      const end = new Promise((resolve) => {
        secure
          .once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
          .once('end', () => resolve('in order'));
        secure.resume();
      });

      assert.equal(await end, 'ECONNRESET', host);
    }
  });

  it('a request that cannot be read as HTTP leaves an entry in the journal', async () => {
    await using mock = await startMock();

    for (const sent of ['FOO /x HTTP/1.1\r\n\r\n', 'GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n']) {
      const socket = connectTcp(Number(new URL(mock.urls.apiPlain).port), '127.0.0.1');
      socket.end(sent);
      await once(socket.resume(), 'close');
    }

    assert.deepEqual(
      mock.journal.entries().map(({ door, status, reason }) => [door, status, reason]),
      ['HPE_INVALID_METHOD', 'HPE_INVALID_CONTENT_LENGTH'].map((code) => [
        ...['apiPlain', 'empty', `the request could not be read as HTTP: ${code}`],
      ]),
    );
  });

  it('authorize of the library returns how the connection was broken', async () => {
    await using mock = await startMock();
    const seen = [];

    for (const name of ['login-reset', 'login-empty', 'login-garbage'] as const) {
      mock.scenarios.add({ name, times: 1 });
      seen.push(await mock.authorize({ url: authorizeUrl(mock.urls.picker), persona: 'accountant' }));
    }

    assert.deepEqual(seen, [{ broken: 'reset' }, { broken: 'empty' }, { broken: 'garbage' }]);
  });
});

describe('the header Date', () => {
  it("the header Date has the mock's time at the API and the token endpoint, and is absent on the pages of the F5", async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    mock.clock.set(Date.UTC(2027, 0, 31, 12, 0, 5) / 1000);

    const dates = [];
    for (const address of [
      `${mock.urls.apiPlain}/TestOauth/jaxrs/hello`,
      `${mock.urls.picker}/anaf-oauth2/v1/token`,
      `${mock.urls.picker}/my.policy`,
    ]) {
      const method = address.endsWith('token') ? 'POST' : 'GET';
      dates.push((await fetch(address, { method })).headers.get('date'));
    }

    assert.deepEqual(dates, ['Sun, 31 Jan 2027 12:00:05 GMT', 'Sun, 31 Jan 2027 12:00:05 GMT', null]);
  });
});
