import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, createConnection, createServer as createPlainServer, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { describe, it } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { startMock } from '../../support/login.ts';

function tunnel(proxyUrl: string, authority: string): Promise<{ status: number; socket: Socket }> {
  const { hostname, port } = new URL(proxyUrl);
  return new Promise((resolve, reject) => {
    request({ hostname, port, method: 'CONNECT', path: authority, agent: false })
      .on('connect', (response, socket, head) => {
        // Bytes that follow the answer belong to the tunnel.
        if (head.length > 0) socket.unshift(head);
        resolve({ status: response.statusCode ?? 0, socket });
      })
      .on('error', reject)
      .end();
  });
}

/** The answer to `GET /` in TLS. */
async function getThrough(socket: Duplex, ca: string, servername: string | undefined): Promise<string> {
  const secure = connectTls({
    ...{ socket, ca, checkServerIdentity: () => undefined },
    // Node sends no server name for an IP address.
    ...(servername !== undefined && { servername }),
  });
  secure.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  let answer = '';
  for await (const chunk of secure) answer += chunk;
  return answer;
}

describe('the proxy', async () => {
  it('there is no proxy unless the option is given', async () => {
    await using mock = await startMock();

    assert.equal(mock.urls.proxy, undefined);
  });

  for (const host of [
    'logincert.anaf.ro',
    'login.anaf.ro',
    'api.anaf.ro',
    'webserviceapl.anaf.ro',
    'webservicesp.anaf.ro',
    'API.ANAF.RO',
    'api.anaf.ro.',
  ]) {
    it(`the proxy connects ${host} to a door whose certificate has that name`, async () => {
      await using mock = await startMock({ proxy: 'refuse' });
      const { status, socket } = await tunnel(String(mock.urls.proxy), `${host}:443`);

      const secure = connectTls({ socket, servername: host.toLowerCase().replace(/\.$/, ''), ca: mock.caPem });
      await once(secure, 'secureConnect');

      assert.equal(status, 200);
      assert.equal(secure.authorized, true);
      secure.destroy();
    });
  }

  for (const authority of [
    'example.com:443',
    'api.anaf.ro:80',
    'api.anaf.ro.example.com:443',
    'nonsense',
    '__proto__:443',
    'localhost:99999',
    'localhost:0',
    ':443',
  ]) {
    it(`the proxy refuses ${authority} with 403`, async () => {
      await using mock = await startMock({ proxy: 'refuse' });

      const { status, socket } = await tunnel(String(mock.urls.proxy), authority);
      socket.destroy();

      assert.equal(status, 403);
    });
  }

  for (const [connectName, serverName, door] of [
    ['api.anaf.ro', 'logincert.anaf.ro', 'login'],
    ['logincert.anaf.ro', 'api.anaf.ro', 'api'],
    ['192.0.2.1', 'API.ANAF.RO', 'api'],
    ['[2001:db8::1]', 'logincert.anaf.ro', 'login'],
    ['webserviceapl.anaf.ro', undefined, 'apiCertificate'],
    ['logincert.anaf.ro', undefined, 'login'],
  ] as const) {
    it(`the proxy connects CONNECT ${connectName} with ${serverName ?? 'no server name'} in TLS to the door ${door}`, async () => {
      await using mock = await startMock({ proxy: 'refuse' });
      const { status, socket } = await tunnel(String(mock.urls.proxy), `${connectName}:443`);

      const answer = await getThrough(socket, mock.caPem, serverName);

      assert.equal(status, 200);
      assert.match(answer, /^HTTP/);
      assert.deepEqual(
        mock.journal.entries().map((entry) => entry.door),
        [door],
      );
    });
  }

  it('the proxy reads a ClientHello that arrives byte by byte', async () => {
    await using mock = await startMock({ proxy: 'refuse' });
    const { socket } = await tunnel(String(mock.urls.proxy), '192.0.2.1:443');
    const dripping = new Duplex({
      read: () => undefined,
      write: (chunk: Buffer, _encoding, done) => {
        for (const byte of chunk) socket.write(Buffer.of(byte));
        done();
      },
      final: (done) => void socket.end(done),
    });
    socket
      .setNoDelay(true)
      .on('data', (chunk) => dripping.push(chunk))
      .on('end', () => dripping.push(null));

    assert.match(await getThrough(dripping, mock.caPem, 'api.anaf.ro'), /^HTTP\/1\.1 403 /);
  });

  for (const connectName of ['api.anaf.ro', '192.0.2.1']) {
    it(`another server name in a tunnel to ${connectName} is refused with the alert unrecognized_name`, async () => {
      await using mock = await startMock({ proxy: 'refuse' });
      const { socket } = await tunnel(String(mock.urls.proxy), `${connectName}:443`);

      await assert.rejects(getThrough(socket, mock.caPem, 'example.org'), /unrecognized name/);
    });
  }

  it('the proxy never connects to the real ANAF', async () => {
    await using mock = await startMock({ proxy: 'direct' });
    const proxyUrl = String(mock.urls.proxy);
    const { socket } = await tunnel(proxyUrl, 'api.anaf.ro:443');

    await assert.rejects(getThrough(socket, mock.caPem, 'example.org'), /unrecognized name/);
    for (const name of ['api.anaf.ro:80', 'api.anaf.ro.:80', 'localhost:99999'])
      assert.equal((await tunnel(proxyUrl, name)).status, 403, name);
  });

  it('the proxy passes other hosts through with the option direct', async () => {
    await using mock = await startMock({ proxy: 'direct' });
    const other = createServer((_request, response) => response.end('the other host')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { socket } = await tunnel(String(mock.urls.proxy), `127.0.0.1:${(other.address() as AddressInfo).port}`);

    socket.end('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += chunk;
    other.close();

    assert.match(text, /the other host/);
  });

  // The proxy inspects only port 443. These tests are skipped if this user may not listen on it.
  const canListen = await new Promise<boolean>((resolve) => {
    const probe = createPlainServer().once('error', () => resolve(false));
    probe.listen(443, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

  describe('in front of another host on 443', { skip: !canListen }, () => {
    async function otherHost(behaviour: (socket: Socket) => void) {
      const server = createPlainServer(behaviour).listen(443, '127.0.0.1');
      await once(server, 'listening');
      return { [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())) };
    }

    async function ending(socket: Socket): Promise<string> {
      return new Promise((resolve) => {
        socket
          .on('error', ({ code }: NodeJS.ErrnoException) => resolve(String(code)))
          .on('end', () => resolve('in order'));
        socket.on('close', () => resolve('closed')).resume();
      });
    }

    it('a ClientHello with another name is forwarded, and so is the answer', async () => {
      await using target = await startMock();
      await using _other = await otherHost((socket) => {
        socket.pipe(createConnection(Number(new URL(target.urls.api).port), '127.0.0.1')).pipe(socket);
      });
      await using mock = await startMock({ proxy: 'direct' });
      const { socket } = await tunnel(String(mock.urls.proxy), 'localhost:443');

      assert.match(await getThrough(socket, target.caPem, 'example.org'), /^HTTP\/1\.1 403 /);
      assert.equal(target.journal.count(), 1);
      assert.equal(mock.journal.count(), 0);
    });

    it('data of a host that sends first reaches the client', async () => {
      await using _other = await otherHost((socket) => void socket.write('SSH-2.0-x\r\n'));
      await using mock = await startMock({ proxy: 'direct' });
      const { socket } = await tunnel(String(mock.urls.proxy), 'localhost:443');

      const [greeting] = await once(socket, 'data');
      socket.destroy();

      assert.equal(String(greeting), 'SSH-2.0-x\r\n');
    });

    for (const [what, end] of Object.entries<(socket: Socket) => void>({
      'that resets at once': (socket) => socket.resetAndDestroy(),
      'that ends at once': (socket) => void socket.end(),
    })) {
      it(`a tunnel to a host ${what} ends even if the client sends nothing`, async () => {
        await using _other = await otherHost(end);
        await using mock = await startMock({ proxy: 'direct' });
        const { socket } = await tunnel(String(mock.urls.proxy), 'localhost:443');

        assert.match(await ending(socket), /ECONNRESET|in order|closed/);
        socket.destroy();
      });
    }

    it('a tunnel to another host is connected to the door if the server name in TLS belongs to ANAF', async () => {
      await using _other = await otherHost(() => undefined);
      await using mock = await startMock({ proxy: 'direct' });
      const { socket } = await tunnel(String(mock.urls.proxy), 'localhost:443');

      assert.match(await getThrough(socket, mock.caPem, 'api.anaf.ro'), /^HTTP\/1\.1 403 /);
    });
  });

  it('the proxy answers 502 for a host that does not exist', async () => {
    await using mock = await startMock({ proxy: 'direct' });

    for (const name of ['localhost:1', 'nowhere.invalid:443'])
      assert.equal((await tunnel(String(mock.urls.proxy), name)).status, 502, name);
  });

  it('the proxy keeps working after clients that disconnect and hosts that do not exist', async () => {
    await using mock = await startMock({ proxy: 'direct' });
    const proxyUrl = String(mock.urls.proxy);
    const gone = await tunnel(proxyUrl, 'api.anaf.ro:443');
    gone.socket.resetAndDestroy();
    await tunnel(proxyUrl, '127.0.0.1:1').catch(() => undefined);
    const port = Number(new URL(proxyUrl).port);
    await once(createConnection(port, '127.0.0.1').end('\u0000nonsense\r\n\r\n').resume(), 'close');

    const { status, socket } = await tunnel(proxyUrl, 'api.anaf.ro:443');
    socket.destroy();

    assert.equal(status, 200);
  });

  it('the proxy answers 405 to methods other than CONNECT', async () => {
    await using mock = await startMock({ proxy: 'refuse' });

    assert.equal((await fetch(String(mock.urls.proxy))).status, 405);
  });
});
