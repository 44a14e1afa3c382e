import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectMockAnaf } from 'mock-anaf/client';
import { admin } from '../support/admin.ts';
import { clientId, startMock } from '../support/login.ts';

async function setup(options = {}) {
  const mock = await startMock(options);
  const { instances } = connectMockAnaf(mock.urls.admin);
  return { mock, instances, [Symbol.asyncDispose]: () => mock.stop() };
}

describe('an instance', () => {
  it('an instance has the options of its parent, and its own ports, state and clock', async () => {
    await using place = await setup({ lifetimes: { codeSeconds: 7 }, proxy: 'refuse' });
    place.mock.clock.set(0);
    await place.mock.issueTokens({ persona: 'accountant' });

    const { mock, ...ready } = await place.instances.start();

    const { urls } = place.mock;
    const addresses = [ready.loginUrl, ready.pickerUrl, ready.apiUrl, ready.adminUrl, ready.proxyUrl];
    for (const address of addresses) {
      assert.ok(address);
      assert.ok(!Object.values(urls).includes(address), `${address} is an address of the parent`);
    }
    assert.deepEqual(
      ready.clients.map((client) => client.clientId),
      [clientId],
    );
    assert.equal((await mock.lifetimes.read()).codeSeconds, 7);
    assert.ok((await mock.clock.read()).now > 1_700_000_000);
    assert.equal(await mock.disconnect(), 0, 'the instance has no grant of its parent');
    assert.equal(place.mock.disconnect(), 1);
  });

  it('an instance shares keys and certificates with its parent', async () => {
    await using place = await setup();
    const pem = await connectMockAnaf(place.mock.urls.admin).pem('accountant');

    const { mock } = await place.instances.start();

    assert.equal(await mock.caPem(), place.mock.caPem);
    assert.equal(await mock.pem('accountant'), pem);
  });

  it('an instance can have its own applications, ports and settings', async () => {
    await using place = await setup();
    const client = { clientId: 'own', clientSecret: 's', redirectUris: ['https://own.example/'] };

    const first = await place.instances.start({ picker: false, clients: [client], switches: { pkce: 'enforced' } });
    await first.stop();
    const admin = Number(new URL(first.adminUrl).port);
    const second = await place.instances.start({
      ports: { admin },
      proxy: 'direct',
      chaos: { seed: 3 },
      limitAnswer: { status: 204 },
    });

    assert.deepEqual([first.pickerUrl, first.proxyUrl], [null, null]);
    assert.deepEqual(first.clients, [{ ...client, services: ['EFACTURA'] }]);
    assert.equal(second.adminUrl, first.adminUrl);
    assert.match(second.proxyUrl ?? '', /^http:/);
    assert.equal((await second.mock.switches.read()).pkce, 'ignored');
    assert.deepEqual(await second.mock.chaos.read(), { seed: 3, share: 0.05 });
    assert.equal((await second.mock.limitAnswer.read()).status, 204);
    assert.equal(place.mock.chaos.settings, undefined);
  });

  it('an instance is not affected by a reset of its parent, and stops with it', async () => {
    const place = await setup();
    const { mock } = await place.instances.start();
    place.mock.reset();
    const during = (await mock.health()).status;

    await place.mock.stop();

    assert.equal(during, 'ok');
    await assert.rejects(mock.health(), { code: 'unreachable' });
  });

  it('an instance requires the admin token of its parent', async () => {
    const adminToken = 'a-token-of-the-admin-port';
    await using parent = await startMock({ adminToken });

    const { adminUrl, mock } = await connectMockAnaf(parent.urls.admin, { token: adminToken }).instances.start();

    assert.equal((await mock.clients.list()).length, 1);
    await assert.rejects(connectMockAnaf(adminUrl).clients.list(), { code: 'unauthorized' });
  });

  it('a mock runs at most 64 instances, and another one can start after one was stopped', async () => {
    await using place = await setup();
    for (let count = 0; count < 64; count += 1) await place.instances.start();

    const { status, body } = await admin(place.mock, 'POST', '/instances', {});
    await place.instances.stop('64');
    const { id } = await place.instances.start();

    assert.deepEqual([status, body.code], [409, 'too-many-instances']);
    assert.match(String(body.message), /64 instances are running/);
    assert.equal(id, '65');
  });
});
