import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { networkInterfaces } from 'node:os';
import { describe, it } from 'node:test';
import { type MockAnaf, startMockAnaf } from 'mock-anaf';
import { connectMockAnaf } from 'mock-anaf/client';
import { authorizeUrl, startMock } from '../../support/login.ts';

const adminToken = 'a-token-of-the-admin-port';
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === '::1');

/** Status of a GET by a client that trusts only the mock's authority and checks the name in the certificate. */
function statusOf(address: string, { caPem }: MockAnaf, headers = {}): Promise<number | undefined> {
  const request = address.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(address, { ca: caPem, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

for (const host of ['0.0.0.0', 'localhost', ...(hasIpv6 ? ['::1', '::'] : [])]) {
  describe(`a mock at the host ${host}`, () => {
    it(`a mock at the host ${host} has reachable addresses with a certificate for them`, async () => {
      await using mock = await startMock({ host, adminToken });
      const { login, loginAtHandshake, picker, api, apiPlain, admin } = mock.urls;

      const pages = [login, loginAtHandshake, picker].map((url) => statusOf(authorizeUrl(url), mock));
      const calls = [api, apiPlain].map((url) => statusOf(`${url}/TestOauth/jaxrs/hello`, mock));

      assert.deepEqual(await Promise.all([...pages, ...calls]), [302, 302, 302, 401, 401]);
      assert.equal(await statusOf(`${admin}/healthz`, mock), 200);
      assert.equal(
        Object.values(mock.urls).some((url) => /\/\/(0\.0\.0\.0|\[::\])/.test(url)),
        false,
      );
    });

    it(`a mock at the host ${host} completes a login without a browser, and is reachable through its proxy`, async () => {
      await using mock = await startMock({ host, adminToken, proxy: 'refuse' });
      const client = connectMockAnaf(mock.urls.admin, { token: adminToken });

      const { location } = await client.authorize({ url: authorizeUrl(mock.urls.login), persona: 'accountant' });
      const status = await new Promise((resolve, reject) => {
        httpRequest(mock.urls.proxy ?? '', { method: 'CONNECT', path: 'api.anaf.ro:443' })
          .on('connect', (response, socket) => {
            socket.destroy();
            resolve(response.statusCode);
          })
          .on('error', reject)
          .end();
      });

      assert.match(location ?? '', /code=/);
      assert.equal(status, 200);
    });
  });
}

describe('an admin port with a token', () => {
  for (const [what, authorization, status] of [
    ['no token', undefined, 401],
    ['another token', 'Bearer a-token-of-another-port', 401],
    ['the beginning of the token', 'Bearer a-token-of-the-admin', 401],
    ['the token in another scheme', `Basic ${adminToken}`, 401],
    ['the token', `Bearer ${adminToken}`, 200],
  ] as const) {
    it(`an admin port with a token answers ${what} with ${status}, even on loopback`, async () => {
      await using mock = await startMock({ adminToken });

      const response = await fetch(`${mock.urls.admin}/personas`, {
        headers: authorization === undefined ? {} : { authorization },
      });

      assert.equal(response.status, status);
      if (status !== 401) return;
      assert.equal((await response.json()).code, 'unauthorized');
      assert.equal(response.headers.get('www-authenticate'), 'Bearer realm="mock-anaf"');
    });
  }

  it('an admin port with a token does not list its routes to a client without it', async () => {
    await using mock = await startMock({ adminToken });

    assert.equal((await fetch(`${mock.urls.admin}/nothing`)).status, 401);
  });

  it('an admin port with a token accepts any host name, but only pages of its own origin', async () => {
    await using mock = await startMock({ adminToken });
    const authorization = `Bearer ${adminToken}`;
    const address = `${mock.urls.admin}/clock`;

    const named = await statusOf(address, mock, { authorization, host: 'mock:8079' });
    const own = await statusOf(address, mock, { authorization, host: 'mock:8079', origin: 'http://mock:8079' });
    const foreign = await statusOf(address, mock, { authorization, host: 'mock:8079', origin: 'http://app:8079' });

    assert.deepEqual([named, own, foreign], [200, 200, 403]);
  });
});

describe('an admin port without a token', () => {
  it('an admin port without a token refuses other host names, against DNS rebinding', async () => {
    await using mock = await startMock();

    assert.equal(await statusOf(`${mock.urls.admin}/clock`, mock, { host: 'app.example:8079' }), 403);
    assert.equal(await statusOf(`${mock.urls.admin}/clock`, mock, { host: 'localhost:8079' }), 200);
  });
});

describe('a host that cannot be used', () => {
  it('a host that does not belong to this machine is named in the error, and no door stays open', async () => {
    // 203.0.113.0/24 is reserved for documentation (RFC 5737).
    const start = startMockAnaf({ host: '203.0.113.7', adminToken });

    await assert.rejects(start, {
      code: 'listen',
      message: /"host" must be a name or address of this machine, got "203\.0\.113\.7"/,
    });
  });

  for (const [options, problem] of [
    [{ host: '0.0.0.0' }, /"adminToken" is needed with the host "0\.0\.0\.0"/],
    [{ host: '' }, /"host" must be a name or an address, got ""/],
    [{ adminToken: 'short' }, /"adminToken" must be 16 characters or more/],
    [{ adminToken: 'with spaces in the middle' }, /"adminToken" must be 16 characters or more/],
  ] as const) {
    it(`these options are refused before a door is opened: ${JSON.stringify(options)}`, async () => {
      await assert.rejects(startMockAnaf(options), problem);
    });
  }
});
