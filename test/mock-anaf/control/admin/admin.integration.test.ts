import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { codeOf, exchange, outcomeOf, refresh, startMock } from '../../support/login.ts';

describe('the admin port', () => {
  it('GET /healthz returns the addresses of all doors', async () => {
    await using mock = await startMock();

    const { status, body } = await admin(mock, 'GET', '/healthz');

    assert.deepEqual([status, body], [200, { status: 'ok', urls: mock.urls }]);
  });

  it('PUT /clock sets, freezes, moves and resets the clock', async () => {
    await using mock = await startMock();

    const set = await admin(mock, 'PUT', '/clock', { frozen: true, now: '2027-01-01T00:00:00Z' });
    const moved = await admin(mock, 'PUT', '/clock', { advanceSeconds: 86_400 });
    const before = Date.now() / 1000;
    const reset = await admin(mock, 'PUT', '/clock', { reset: true });
    const after = Date.now() / 1000;

    assert.equal(Math.floor(Number(set.body.now)), Date.parse('2027-01-01T00:00:00Z') / 1000);
    assert.deepEqual([String(moved.body.iso).slice(0, 10), moved.body.frozen], ['2027-01-02', true]);
    assert.equal(reset.body.frozen, false);
    assert.ok(before <= Number(reset.body.now) && Number(reset.body.now) <= after);
  });

  it('a scenario with `times` is switched off after that many requests, and the catalogue describes each scenario', async () => {
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

  it('DELETE /scenario with a name switches off only that scenario', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-denied' });
    mock.scenarios.add({ name: 'api-limit' });

    const { body } = await admin(mock, 'DELETE', '/scenario?name=login-denied');

    assert.deepEqual(body.active, [{ name: 'api-limit' }]);
  });

  it('GET /journal finds exchanges by path, method, status and facts', async () => {
    await using mock = await startMock();
    await exchange(mock, await codeOf(mock, 'accountant'));

    const { body } = await admin(mock, 'GET', '/journal?path=/token&method=POST&status=200&persona=accountant');

    const entries = body.entries as { reason: string }[];
    assert.deepEqual(
      entries.map(({ reason }) => reason),
      ['a pair of JWTs was issued'],
    );
  });

  it('POST /reset resets tokens, scenarios, journal and clock, and keeps keys and certificates', async () => {
    await using mock = await startMock();
    const certificate = mock.personas[0]?.certificatePem();
    const { body } = await exchange(mock, await codeOf(mock, 'accountant'));
    mock.scenarios.add({ name: 'api-limit' });
    mock.clock.advance(1000);

    const before = Date.now() / 1000;
    await admin(mock, 'POST', '/reset');
    const [now, after] = [mock.clock.now(), Date.now() / 1000];

    assert.equal((await refresh(mock, String(body.refresh_token))).status, 400);
    assert.deepEqual(mock.scenarios.active(), []);
    assert.equal(mock.journal.entries().length, 1);
    assert.ok(before <= now && now <= after);
    assert.equal(mock.personas[0]?.certificatePem(), certificate);
  });

  it('the admin port serves the certificate of the authority as PEM, and that of each person as PKCS#12 and PEM', async () => {
    await using mock = await startMock();
    const authority = await (await fetch(`${mock.urls.admin}/ca.pem`)).text();
    const pem = await (await fetch(`${mock.urls.admin}/personas/accountant.pem`)).text();
    const p12 = await fetch(`${mock.urls.admin}/personas/accountant.p12`);

    assert.equal(new X509Certificate(pem).verify(new X509Certificate(authority).publicKey), true);
    assert.equal(p12.headers.get('content-type'), 'application/x-pkcs12');
    assert.equal(new Uint8Array(await p12.arrayBuffer())[0], 0x30);
  });

  for (const [name, method, path, body, status, code] of [
    ['an unknown path', 'GET', '/nothing', undefined, 404, 'no-route'],
    ['an unknown method of a known path', 'DELETE', '/clock', undefined, 404, 'no-route'],
    ['an unknown person', 'GET', '/personas/nobody.p12', undefined, 404, 'unknown-persona'],
    ['an unknown file extension of a person', 'GET', '/personas/accountant.pfx', undefined, 404, 'no-route'],
    ['an unknown scenario', 'POST', '/scenario', { name: 'nope' }, 400, 'bad-body'],
    ['a scenario for zero requests', 'POST', '/scenario', { name: 'api-limit', times: 0 }, 400, 'bad-body'],
    ['a scenario with an unknown field', 'POST', '/scenario', { name: 'api-limit', forever: true }, 400, 'bad-body'],
    ['a body that is not JSON', 'PUT', '/clock', '{', 400, 'bad-body'],
    ['a body that is not an object', 'PUT', '/clock', '[]', 400, 'bad-body'],
    ['a clock time that is not a time', 'PUT', '/clock', { now: 'tomorrow' }, 400, 'bad-body'],
    ['a clock time beyond every date', 'PUT', '/clock', { advanceSeconds: 1e300 }, 400, 'bad-body'],
    ['a body of 100 KB', 'PUT', '/clock', `"${'x'.repeat(100_000)}"`, 413, 'body-too-long'],
    ['a clock time on 30 February', 'PUT', '/clock', { now: '2027-02-30T00:00:00Z' }, 400, 'bad-body'],
    ['a clock time on 32 January', 'PUT', '/clock', { now: '2027-01-32T00:00:00Z' }, 400, 'bad-body'],
    ['a clock time after the year 5138', 'PUT', '/clock', { now: '9999-12-31T23:59:59Z' }, 400, 'bad-body'],
    ['a misspelt query parameter', 'DELETE', '/scenario?nme=api-limit', undefined, 400, 'bad-query'],
    ['a query parameter of an operation without any', 'POST', '/reset?x=1', undefined, 400, 'bad-query'],
    ['a query parameter that is given twice', 'GET', '/journal?status=200&status=400', undefined, 400, 'bad-query'],
    ['an unknown value of tokenSeenBy', 'GET', '/journal/count?tokenSeenBy=Browser', undefined, 400, 'bad-query'],
    ['an unknown exchange', 'GET', '/journal/0', undefined, 404, 'unknown-exchange'],
    ['a scenario with an invalid CUI', 'POST', '/scenario', { name: 'api-limit', cui: 'RO1' }, 400, 'bad-value'],
    ['an unknown door', 'GET', '/journal?door=back', undefined, 400, 'bad-query'],
    ['a status that is not a number', 'GET', '/journal?status=many', undefined, 400, 'bad-query'],
  ] as const) {
    it(`${name} is answered with ${status} ${code} and changes nothing`, async () => {
      await using mock = await startMock();
      mock.clock.freeze();
      mock.scenarios.add({ name: 'login-slow' });
      const before = [mock.clock.now(), mock.scenarios.active()];

      const answer = await admin(mock, method, path, body);

      assert.deepEqual([answer.status, answer.body.code], [status, code]);
      assert.deepEqual([mock.clock.now(), mock.scenarios.active()], before);
    });
  }

  it('a refused query names the allowed parameters, a long request line gets a JSON error, and /healthz ignores unknown parameters', async () => {
    await using mock = await startMock();

    const unknown = await admin(mock, 'DELETE', '/scenario?nme=api-limit');
    const none = await admin(mock, 'GET', '/clock?x=1');
    const long = await fetch(`${mock.urls.admin}/${'a'.repeat(70_000)}`);
    const probe = await fetch(`${mock.urls.admin}/healthz?t=1`);

    assert.equal(unknown.body.message, '"nme" is not a parameter of DELETE /scenario; the parameters are: name');
    assert.equal(none.body.message, '"x" is not a parameter of GET /clock; it has none');
    assert.deepEqual([long.status, (await long.json()).code, probe.status], [431, 'head-too-long', 200]);
  });

  it('a request from a web page of another origin is refused', async () => {
    await using mock = await startMock();

    const answer = await fetch(`${mock.urls.admin}/scenario`, {
      method: 'POST',
      headers: { origin: 'http://localhost:4000' },
      body: JSON.stringify({ name: 'api-limit' }),
    });

    assert.deepEqual([answer.status, (await answer.json()).code], [403, 'foreign-origin']);
    assert.deepEqual(mock.scenarios.active(), []);
  });

  it('a request from a page of the admin port itself is accepted, even under the name localhost', async () => {
    await using mock = await startMock();
    const origin = mock.urls.admin.replace('127.0.0.1', 'localhost');

    const response = await fetch(`${origin}/scenario`, {
      method: 'POST',
      headers: { origin },
      body: '{"name":"api-limit"}',
    });

    assert.equal(response.status, 200);
  });
});
