import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { connectMockAnaf, MockAnafError } from 'mock-anaf/client';
import { apiWithToken } from '../../support/api.ts';
import { exemplu, gama } from '../../support/invoice.ts';
import { authorizeUrl, clientId, codeOf, exchange, startMock } from '../../support/login.ts';
import { routes } from '../../support/openapi.ts';

/** Every request of the tests in this file, as `METHOD path`. */
const asked = new Set<string>();
const recordingFetch: typeof fetch = (address, init) => {
  asked.add(`${init?.method} ${new URL(String(address)).pathname}`);
  return fetch(address, init);
};

async function setup() {
  const mock = await startMock();
  const client = connectMockAnaf(mock.urls.admin, { fetch: recordingFetch });
  return { mock, client, [Symbol.asyncDispose]: () => mock.stop() };
}

describe('the client of a running mock', () => {
  it('the client reads health and OpenAPI description', async () => {
    await using place = await setup();

    const health = await place.client.health();
    const description = await place.client.openApi();

    assert.deepEqual(health, { status: 'ok', urls: place.mock.urls });
    assert.match(String(description.openapi), /^3\.1/);
  });

  it('the client sets, moves, freezes and resets the clock', async () => {
    await using place = await setup();
    const { clock } = place.client;

    const frozen = await clock.freeze();
    const set = await clock.set('2027-01-01T00:00:00Z');
    const later = await clock.advance(86_400);
    const read = await clock.read();
    const running = await clock.unfreeze();
    const both = await clock.change({ now: 0, frozen: true });
    const reset = await clock.reset();

    assert.deepEqual([frozen.frozen, running.frozen, reset.frozen], [true, false, false]);
    assert.deepEqual([set.now, later.now - set.now, read], [1_798_761_600, 86_400, later]);
    assert.deepEqual(both, { now: 0, iso: '1970-01-01T00:00:00.000Z', frozen: true });
  });

  it('the client switches scenarios on and off', async () => {
    await using place = await setup();
    const { scenarios } = place.client;

    const added = await scenarios.add({ name: 'api-limit', times: 2 });
    await scenarios.add({ name: 'login-denied', persona: 'accountant' });
    const { active, catalogue } = await scenarios.list();
    const left = await scenarios.clear('api-limit');
    const none = await scenarios.clear();

    assert.deepEqual(added, [{ name: 'api-limit', times: 2 }]);
    assert.equal(active.length, 2);
    assert.match(catalogue['api-limit'].sentence, /429/);
    assert.deepEqual(catalogue['login-waf'].scopes, ['clientId']);
    assert.deepEqual(catalogue['api-no-rights'].endpoints.includes('hello'), false);
    assert.deepEqual([left, none], [[{ name: 'login-denied', persona: 'accountant' }], []]);
  });

  it('the client finds, counts, awaits and clears entries of the journal', async () => {
    await using place = await setup();
    const { journal } = place.client;
    const filter = { path: '/token', method: 'POST', status: 200, about: { persona: 'accountant' } };

    const waiting = journal.waitFor(filter, { atLeast: 2, waitSeconds: 60 });
    await exchange(place.mock, await codeOf(place.mock, 'accountant'));
    await exchange(place.mock, await codeOf(place.mock, 'accountant'));

    const awaited = await waiting;
    assert.equal(awaited.length, 2);
    assert.deepEqual(await journal.entries(filter), awaited);
    assert.deepEqual(await journal.entries({ ...filter, after: awaited[0]?.number ?? 0 }), awaited.slice(1));
    assert.equal(await journal.count(filter), 2);
    await journal.clear();
    assert.equal(await journal.count(), 0);
  });

  it('the client follows the journal from a given number until the caller stops', async () => {
    await using place = await setup();
    await exchange(place.mock, await codeOf(place.mock, 'accountant'));
    const [first] = await place.client.journal.entries({ path: '/token' });

    const found: string[] = [];
    for await (const { path, about } of place.client.journal.follow({ path: '/token', after: 0 })) {
      found.push(`${path} ${about.persona}`);
      if (found.length === 2) break;
      await exchange(place.mock, await codeOf(place.mock, 'administrator'));
    }

    assert.equal(first?.about.persona, 'accountant');
    assert.deepEqual(found, ['/anaf-oauth2/v1/token accountant', '/anaf-oauth2/v1/token administrator']);
  });

  it('following the journal ends when the signal is aborted or the mock stops', async () => {
    await using place = await setup();
    const abort = new AbortController();
    const seen = async (signal?: AbortSignal) => {
      for await (const _entry of place.client.journal.follow({ after: 0 }, signal ? { signal } : {})) abort.abort();
    };
    const aborted = assert.rejects(seen(abort.signal), { name: 'AbortError' });
    const ended = seen();

    await place.client.authorize({ url: authorizeUrl(place.mock.urls.login), persona: 'accountant' });
    await aborted;
    await place.mock.stop();

    await ended;
  });

  it('waiting for the journal ends when the signal is aborted', async () => {
    await using place = await setup();
    const abort = new AbortController();
    const waiting = place.client.journal.waitFor({}, { waitSeconds: 60, signal: abort.signal });

    abort.abort(new Error('enough'));

    await assert.rejects(waiting, /enough/);
  });

  it('the client authorizes as a person, issues tokens and disconnects them', async () => {
    await using place = await setup();

    const walk = await place.client.authorize({ url: authorizeUrl(place.mock.urls.login), persona: 'accountant' });
    const tokens = await place.client.issueTokens({ persona: 'accountant' });
    const api = apiWithToken(place.mock, tokens.access_token);
    const before = await api.get('/TestOauth/jaxrs/hello');
    const ended = await place.client.disconnect({ persona: 'accountant' });

    assert.match(walk.location ?? '', /code=[0-9a-f]{64}/);
    assert.deepEqual([before.status, ended, (await api.get('/TestOauth/jaxrs/hello')).status], [200, 1, 401]);
  });

  it('the client lists companies and inspects tokens', async () => {
    await using place = await setup();
    const tokens = await place.client.issueTokens({ persona: 'accountant' });

    const companies = await place.client.companies();
    const inspected = await place.client.inspectToken(tokens.access_token);
    await place.client.reset();
    await place.client.issueTokens({ persona: 'accountant' });
    const afterReset = await place.client.inspectToken(tokens.access_token);

    const exemplar = companies.find(({ cui }) => cui === exemplu.cui);
    assert.ok(exemplar?.people.some(({ name, isInForce }) => name === 'accountant' && isInForce));
    assert.deepEqual([inspected.isGood, inspected.grant?.persona], [true, 'accountant']);
    assert.deepEqual([afterReset.isSignedHere, afterReset.isGood, afterReset.grant], [true, false, null]);
  });

  it('the client reads people and certificates, and changes a person', async () => {
    await using place = await setup();

    const { personas, passphrase } = await place.client.people();
    const pem = new X509Certificate(await place.client.pem('accountant'));
    const authority = new X509Certificate(await place.client.caPem());
    const pkcs12 = await place.client.pkcs12('accountant');
    const changed = await place.client.changePerson('no-company', { rights: [{ cui: gama.cui, since: 0 }] });

    assert.equal(passphrase, 'mock-anaf');
    assert.ok(personas.some(({ name, companies }) => name === 'accountant' && companies.includes(exemplu.cui)));
    assert.ok(pem.verify(authority.publicKey));
    assert.equal(pkcs12[0], 0x30);
    assert.deepEqual(changed.rights, [{ cui: gama.cui, since: 0 }]);
  });

  it('the client adds, renews and removes people and companies, and delegates rights', async () => {
    await using place = await setup();
    const { client } = place;

    const company = await client.putCompany({ cui: '90678423', name: 'Zeta SRL' });
    const added = await client.addPerson({ name: 'zeta', rights: ['90678423'], scenario: 'login-certificate-slow' });
    const heir = await client.delegateRight({ cui: '90678423', from: 'zeta', to: 'no-company' });
    const renewed = await client.renewCertificate('zeta', { enrolledAt: 0 });
    await client.removePerson('zeta');
    await client.removeCompany('90678423');
    const { personas } = await client.people();

    assert.deepEqual(company, { cui: '90678423', name: 'Zeta SRL' });
    assert.equal(added.scenario, 'login-certificate-slow');
    assert.equal(heir.rights[0]?.delegatedBy, 'zeta');
    assert.deepEqual(renewed.earlierCertificates, [{ serial: added.serial, enrolledAt: null }]);
    assert.equal(
      personas.some(({ name }) => name === 'zeta'),
      false,
    );
    assert.deepEqual(personas.find(({ name }) => name === 'no-company')?.companies, []);
    assert.equal(
      (await client.companies()).some(({ cui }) => cui === '90678423'),
      false,
    );
  });

  it('the client switches chaos on and off', async () => {
    await using place = await setup();
    const { chaos } = place.client;

    const before = await chaos.read();
    const started = await chaos.start({ seed: 4 });
    const read = await chaos.read();
    await chaos.stop();

    assert.deepEqual([before, started, read], [null, { seed: 4, share: 0.05 }, started]);
    assert.equal(await chaos.read(), null);
  });

  it('the client adds messages to the lists', async () => {
    await using place = await setup();

    const ids = await place.client.addMessages({ cui: exemplu.cui, count: 2, other: gama.cui });

    assert.deepEqual(
      ids,
      Object.values(place.mock.state.uploads).map(({ id }) => id),
    );
    assert.equal(ids.length, 2);
  });

  it('the client registers and removes applications', async () => {
    await using place = await setup();
    const { clients } = place.client;
    const other = { clientId: 'an other/one', clientSecret: 's', redirectUris: ['https://other.example/'] };

    const registered = await clients.register(other);
    const before = await clients.list();
    await place.client.issueTokens({ persona: 'accountant', clientId: other.clientId });
    const ended = await clients.remove(other.clientId);

    assert.deepEqual(registered, { ...other, services: ['EFACTURA'] });
    assert.deepEqual(before, [...(await clients.list()), registered]);
    assert.equal(ended, 1);
  });

  it('the client changes settings, and a reset restores them', async () => {
    await using place = await setup();
    const { lifetimes, limits, limitAnswer, switches } = place.client;
    const readAll = () => Promise.all([lifetimes.read(), limits.read(), limitAnswer.read(), switches.read()]);
    const before = await readAll();

    const changed = [
      (await lifetimes.change({ codeSeconds: 5 })).codeSeconds,
      (await limits.change({ listsPerDay: 6 })).listsPerDay,
      (await limitAnswer.change({ status: 204 })).status,
      (await switches.change({ pkce: 'enforced' })).pkce,
    ];
    await place.client.reset();

    assert.deepEqual(changed, [5, 6, 204, 'enforced']);
    assert.deepEqual(await readAll(), before);
  });

  it('the client starts instances, each with its own client', async () => {
    await using place = await setup();
    const { instances } = place.client;

    const first = await instances.start();
    const second = await instances.start({ idSeed: 'second' });
    await first.mock.scenarios.add({ name: 'api-limit' });
    const listed = await instances.list();
    await first.stop();
    await instances.stop(second.id);

    assert.deepEqual(
      listed.map(({ id, adminUrl }) => [id, adminUrl]),
      [first, second].map(({ id, adminUrl }) => [id, adminUrl]),
    );
    assert.deepEqual(place.mock.scenarios.active(), []);
    assert.deepEqual(await instances.list(), []);
    await assert.rejects(first.mock.health(), { code: 'unreachable', status: 0 });
  });

  it('a refused call rejects with the status, code and message of the admin port', async () => {
    await using place = await setup();

    await assert.rejects(place.client.issueTokens({ persona: 'nobody' }), (error) => {
      assert.ok(error instanceof MockAnafError);
      assert.deepEqual([error.status, error.code], [400, 'bad-value']);
      assert.match(error.message, /"persona" must be one of administrator, .*; got "nobody"/);
      return true;
    });
  });

  it('the client sends the admin token that it was given', async () => {
    const adminToken = 'a-token-of-the-admin-port';
    await using mock = await startMock({ adminToken });

    const clients = await connectMockAnaf(mock.urls.admin, { token: adminToken }).clients.list();

    assert.equal(clients[0]?.clientId, clientId);
    await assert.rejects(connectMockAnaf(mock.urls.admin).clients.list(), { status: 401, code: 'unauthorized' });
  });

  it('the client has a method for every operation of the admin port', () => {
    const patterns = routes.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '[^/]+')}`);

    const missing = patterns.filter((pattern) => ![...asked].some((one) => new RegExp(`^${pattern}$`).test(one)));

    assert.deepEqual(missing, []);
  });
});
