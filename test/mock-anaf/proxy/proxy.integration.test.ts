import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, createConnection, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { startMock } from '../support/login.ts';

function tunnel(proxyUrl: string, authority: string): Promise<{ status: number; socket: Socket }> {
  const { hostname, port } = new URL(proxyUrl);
  return new Promise((resolve, reject) => {
    request({ hostname, port, method: 'CONNECT', path: authority, agent: false })
      .on('connect', (response, socket) => resolve({ status: response.statusCode ?? 0, socket }))
      .on('error', reject)
      .end();
  });
}

describe('the proxy', () => {
  it('is not there unless it is asked for', async () => {
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
  ]) {
    it(`leads ${host} to a door whose certificate has that name`, async () => {
      await using mock = await startMock({ proxy: 'refuse' });
      const { status, socket } = await tunnel(String(mock.urls.proxy), `${host}:443`);

      const secure = connectTls({ socket, servername: host.toLowerCase(), ca: mock.caPem });
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
  ]) {
    it(`refuses ${authority} with 403`, async () => {
      await using mock = await startMock({ proxy: 'refuse' });

      const { status, socket } = await tunnel(String(mock.urls.proxy), authority);
      socket.destroy();

      assert.equal(status, 403);
    });
  }

  it('passes other hosts through where that was asked for', async () => {
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

  it('survives clients that vanish and hosts that are not there', async () => {
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

  it('knows no method but CONNECT', async () => {
    await using mock = await startMock({ proxy: 'refuse' });

    assert.equal((await fetch(String(mock.urls.proxy))).status, 405);
  });
});
