import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { apiOf, apiWithToken } from '../../support/api.ts';
import { exemplu, invoice } from '../../support/invoice.ts';
import { authorizeUrl, clientId, outcomeOf, startMock } from '../../support/login.ts';
import { identityOf, visitByNode, walkTlsDoor } from '../../support/tls-clients.ts';

const list = `listaMesajeFactura?zile=1&cif=${exemplu.cui}`;
const hello = '/TestOauth/jaxrs/hello?name=x';
const validare = '/prod/FCTEL/rest/validare/FACT1';
const signature = '/api/validate/signature';
const transformare = '/prod/FCTEL/rest/transformare/FACT1';

describe('a scenario that cannot change a request', () => {
  for (const [name, others] of [
    ['api-no-rights', [validare, transformare, signature, hello]],
    ['api-technical-error', [signature, hello]],
  ] as const) {
    it(`${name} does not affect or count calls of methods that it cannot change`, async () => {
      await using mock = await startMock();
      const api = await apiOf(mock, 'administrator');
      mock.scenarios.add({ name, times: 1 });

      for (const path of others) await (path === hello ? api.get(path) : api.post(path, invoice()));
      const before = mock.journal.entries({ about: { scenario: name } }).length;
      await api.get(list);

      assert.equal(before, 0);
      assert.equal(mock.journal.entries({ about: { scenario: name } }).length, 1);
      assert.deepEqual(mock.scenarios.active(), []);
    });
  }

  for (const name of ['api-forbidden', 'api-no-rights', 'api-technical-error'] as const) {
    it(`${name} does not affect or count a call that is refused for its token`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name, times: 1 });

      const { status } = await apiWithToken(mock, 'no token').get(list);

      assert.equal(status, 401);
      assert.equal(mock.scenarios.active().length, 1);
    });
  }

  it('login-stranded does not affect or count a valid certificate', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-stranded', times: 1 });

    assert.ok((await outcomeOf(mock, { persona: 'administrator' })).code);
    const { page } = await mock.authorize({ url: authorizeUrl(mock.urls.picker), persona: 'expired' });

    assert.match(page ?? '', /Certificatul nu a fost prezentat/);
  });

  it('login-no-dialog does not affect or count an application that is not registered', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-no-dialog', times: 1 });

    await fetch(authorizeUrl(mock.urls.picker, { client_id: 'unknown' }), { redirect: 'manual' });

    assert.equal(mock.scenarios.active().length, 1);
  });
});

describe('a scenario of the pages of the login', () => {
  it('an opener policy is on every answer of a TLS login, including redirects', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-coop-same-origin', clientId });

    const { answers } = await walkTlsDoor(
      mock,
      authorizeUrl(mock.urls.login),
      visitByNode,
      identityOf(mock, 'accountant'),
    );
    await fetch(`${mock.urls.picker}/my.logout.php3`);

    const entries = mock.journal.entries();
    assert.ok(answers.length >= 4);
    assert.deepEqual(
      entries.map(({ about }) => about.scenario),
      [...answers.map(() => 'login-coop-same-origin'), undefined],
    );
  });

  it('a scenario of the login pages can be limited to one application', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-coop-noopener', clientId: 'another' });
    mock.scenarios.add({ name: 'login-no-close-notify', clientId });

    const own = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });
    const others = await fetch(authorizeUrl(mock.urls.picker, { client_id: 'another' }), { redirect: 'manual' });

    const policies = [own, others].map(({ headers }) => headers.get('cross-origin-opener-policy'));
    assert.deepEqual(policies, [null, 'noopener-allow-popups']);
    assert.deepEqual(
      mock.journal.entries().map(({ about }) => about.scenario),
      ['login-no-close-notify', 'login-coop-noopener'],
    );
  });
});

describe('scope of a scenario', () => {
  for (const [scenario, message] of [
    [{ name: 'api-no-rights', endpoint: 'validare' }, /"endpoint" of api-no-rights must be one of: upload, /],
    [{ name: 'api-technical-error', endpoint: 'signature' }, /"endpoint" of api-technical-error must be one of/],
    [{ name: 'api-no-rights', endpoint: 'hello' }, /"endpoint" of api-no-rights must be one of/],
    [{ name: 'api-technical-error', endpoint: 'hello' }, /"endpoint" of api-technical-error must be one of/],
    [
      { name: 'api-slow', endpoint: 'validare', cui: '1' },
      /"cui" cannot be given for api-slow at validare: allowed are clientId, persona/,
    ],
    [{ name: 'api-slow', endpoint: 'hello', cui: '1' }, /allowed are clientId, persona/],
    [{ name: 'token-unavailable', cui: '1' }, /"cui" cannot be given for token-unavailable: .* clientId, persona/],
    [{ name: 'login-waf', persona: 'accountant' }, /"persona" cannot be given for login-waf: allowed are clientId/],
    [{ name: 'login-coop-noopener', endpoint: 'authorize' }, /every page of the login/],
    [{ name: 'login-denied', persona: 'acountant' }, /"persona" must be one of .*accountant.*; got "acountant"/],
  ] as const) {
    it(`a scenario that could never affect a request is refused: ${JSON.stringify(scenario)}`, async () => {
      await using mock = await startMock();

      const { status, body } = await admin(mock, 'POST', '/scenario', scenario);

      assert.deepEqual([status, body.code], [400, 'bad-value']);
      assert.match(String(body.message), message);
      assert.throws(
        () => mock.scenarios.add(scenario),
        (error) => error instanceof TypeError && message.test(error.message),
      );
      assert.deepEqual(mock.scenarios.active(), []);
    });
  }
});
