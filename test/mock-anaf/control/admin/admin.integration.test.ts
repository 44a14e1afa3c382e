import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { codeOf, exchange, outcomeOf, refresh, startMock } from '../../support/login.ts';

describe('the admin port', () => {
  it('says that the mock is well and where its doors are', async () => {
    await using mock = await startMock();

    const { status, body } = await admin(mock, 'GET', '/healthz');

    assert.deepEqual([status, body], [200, { status: 'ok', urls: mock.urls }]);
  });

  it('moves, freezes, sets and resets the clock', async () => {
    await using mock = await startMock();

    const set = await admin(mock, 'PUT', '/clock', { frozen: true, now: '2027-01-01T00:00:00Z' });
    const moved = await admin(mock, 'PUT', '/clock', { advanceSeconds: 86_400 });
    const reset = await admin(mock, 'PUT', '/clock', { reset: true });

    assert.equal(Math.floor(Number(set.body.now)), Date.parse('2027-01-01T00:00:00Z') / 1000);
    assert.deepEqual([String(moved.body.iso).slice(0, 10), moved.body.frozen], ['2027-01-02', true]);
    assert.equal(reset.body.frozen, false);
    assert.ok(Math.abs(Number(reset.body.now) - Date.now() / 1000) < 5);
  });

  it('switches scenarios on and off, and explains each', async () => {
    await using mock = await startMock();

    await admin(mock, 'POST', '/scenario', { name: 'login-denied', persona: 'administrator', times: 1 });
    const { body } = await admin(mock, 'GET', '/scenario');
    const first = await outcomeOf(mock, { persona: 'administrator' });
    const second = await outcomeOf(mock, { persona: 'administrator' });

    assert.deepEqual(body.active, [{ name: 'login-denied', persona: 'administrator', times: 1 }]);
    for (const { sentence } of Object.values(body.catalogue as Record<string, { sentence: string }>))
      assert.match(sentence, /\w.*\.$/);
    assert.equal(first.error, 'access_denied');
    assert.ok(second.code);
  });

  it('clears one scenario by its name', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-denied' });
    mock.scenarios.add({ name: 'api-limit' });

    const { body } = await admin(mock, 'DELETE', '/scenario?name=login-denied');

    assert.deepEqual(body.active, [{ name: 'api-limit' }]);
  });

  it('finds exchanges in the journal', async () => {
    await using mock = await startMock();
    await exchange(mock, await codeOf(mock, 'accountant'));

    const { body } = await admin(mock, 'GET', '/journal?path=/token&method=POST&status=200&persona=accountant');

    const entries = body.entries as { reason: string }[];
    assert.deepEqual(
      entries.map(({ reason }) => reason),
      ['a pair of JWTs was issued'],
    );
  });

  it('resets everything that happened, and nothing of keys and certificates', async () => {
    await using mock = await startMock();
    const certificate = mock.personas[0]?.certificatePem();
    const { body } = await exchange(mock, await codeOf(mock, 'accountant'));
    mock.scenarios.add({ name: 'api-limit' });
    mock.clock.advance(1000);

    await admin(mock, 'POST', '/reset');

    assert.equal((await refresh(mock, String(body.refresh_token))).status, 400);
    assert.deepEqual(mock.scenarios.active(), []);
    assert.equal(mock.journal.entries().length, 1);
    assert.ok(Math.abs(mock.clock.now() - Date.now() / 1000) < 5);
    assert.equal(mock.personas[0]?.certificatePem(), certificate);
  });

  it('gives the authority, and each person as PKCS#12 and as PEM', async () => {
    await using mock = await startMock();
    const authority = await (await fetch(`${mock.urls.admin}/ca.pem`)).text();
    const pem = await (await fetch(`${mock.urls.admin}/personas/accountant.pem`)).text();
    const p12 = await fetch(`${mock.urls.admin}/personas/accountant.p12`);

    assert.equal(new X509Certificate(pem).verify(new X509Certificate(authority).publicKey), true);
    assert.equal(p12.headers.get('content-type'), 'application/x-pkcs12');
    assert.equal(new Uint8Array(await p12.arrayBuffer())[0], 0x30);
  });

  for (const [name, method, path, body, status, code] of [
    ['a path that is not there', 'GET', '/nothing', undefined, 404, 'no-route'],
    ['a method that is not there', 'DELETE', '/clock', undefined, 404, 'no-route'],
    ['a person that is not there', 'GET', '/personas/nobody.p12', undefined, 404, 'unknown-persona'],
    ['a person as a file of no known kind', 'GET', '/personas/accountant.pfx', undefined, 404, 'no-route'],
    ['a scenario that is not there', 'POST', '/scenario', { name: 'nope' }, 400, 'bad-body'],
    ['a scenario for no request at all', 'POST', '/scenario', { name: 'api-limit', times: 0 }, 400, 'bad-body'],
    ['a scenario with an unknown field', 'POST', '/scenario', { name: 'api-limit', forever: true }, 400, 'bad-body'],
    ['a body that is no JSON', 'PUT', '/clock', '{', 400, 'bad-body'],
    ['a body that is no object', 'PUT', '/clock', '[]', 400, 'bad-body'],
    ['a clock that is no time', 'PUT', '/clock', { now: 'tomorrow' }, 400, 'bad-body'],
    ['a clock beyond every date', 'PUT', '/clock', { advanceSeconds: 1e300 }, 400, 'bad-body'],
    ['a body of 100 KB', 'PUT', '/clock', `"${'x'.repeat(100_000)}"`, 413, 'body-too-long'],
    ['a clock on 30 February', 'PUT', '/clock', { now: '2027-02-30T00:00:00Z' }, 400, 'bad-body'],
    ['a clock on 32 January', 'PUT', '/clock', { now: '2027-01-32T00:00:00Z' }, 400, 'bad-body'],
    ['a clock beyond the year 5138', 'PUT', '/clock', { now: '9999-12-31T23:59:59Z' }, 400, 'bad-body'],
    ['a scenario by a mistyped name', 'DELETE', '/scenario?nme=api-limit', undefined, 400, 'bad-query'],
    ['a parameter where there are none', 'POST', '/reset?x=1', undefined, 400, 'bad-query'],
    ['a parameter that is there twice', 'GET', '/journal?status=200&status=400', undefined, 400, 'bad-query'],
    ['a token that nobody can see', 'GET', '/journal/count?tokenSeenBy=Browser', undefined, 400, 'bad-query'],
    ['an exchange that is not there', 'GET', '/journal/0', undefined, 404, 'unknown-exchange'],
    ['a scenario for no CUI', 'POST', '/scenario', { name: 'api-limit', cui: 'RO1' }, 400, 'bad-value'],
    ['a door that is not there', 'GET', '/journal?door=back', undefined, 400, 'bad-query'],
    ['a status that is no number', 'GET', '/journal?status=many', undefined, 400, 'bad-query'],
  ] as const) {
    it(`answers ${name} with ${status} ${code} and changes nothing`, async () => {
      await using mock = await startMock();
      mock.clock.freeze();
      mock.scenarios.add({ name: 'login-slow' });
      const before = [mock.clock.now(), mock.scenarios.active()];

      const answer = await admin(mock, method, path, body);

      assert.deepEqual([answer.status, answer.body.code], [status, code]);
      assert.deepEqual([mock.clock.now(), mock.scenarios.active()], before);
    });
  }

  it('says what would be right, and what is asked too long for, in its own words', async () => {
    await using mock = await startMock();

    const unknown = await admin(mock, 'DELETE', '/scenario?nme=api-limit');
    const none = await admin(mock, 'GET', '/clock?x=1');
    const long = await fetch(`${mock.urls.admin}/${'a'.repeat(70_000)}`);
    const probe = await fetch(`${mock.urls.admin}/healthz?t=1`);

    assert.equal(unknown.body.message, '"nme" is not a parameter of DELETE /scenario; the parameters are: name');
    assert.equal(none.body.message, '"x" is not a parameter of GET /clock; it has none');
    assert.deepEqual([long.status, (await long.json()).code, probe.status], [431, 'head-too-long', 200]);
  });

  it('obeys no web page of another origin', async () => {
    await using mock = await startMock();

    const answer = await admin(mock, 'POST', '/scenario', { name: 'api-limit' }, { origin: 'http://localhost:4000' });

    assert.deepEqual([answer.status, answer.body.code], [403, 'foreign-origin']);
    assert.deepEqual(mock.scenarios.active(), []);
  });
});
