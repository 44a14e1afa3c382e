import assert from 'node:assert/strict';
import { request } from 'node:https';
import { describe, it } from 'node:test';
import { apiOf, apiWithToken } from '../../../support/api.ts';
import { exemplu, invoice } from '../../../support/invoice.ts';
import {
  accessTokenOf,
  clientId,
  clientSecret,
  codeOf,
  exchange,
  redirectUri,
  refresh,
  startMock,
} from '../../../support/login.ts';

const list = `listaMesajeFactura?zile=1&cif=${exemplu.cui}`;
const unauthorizedBody = '{"message":"Unauthorized","status":"401"}';

describe('a call of the API', () => {
  for (const [name, token] of Object.entries({
    'without a token': '',
    'with an unknown opaque token': 'f'.repeat(64),
    'with a malformed token': 'a.b.c',
    'with an unsigned token': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"jti":"0"}').toString('base64url')}.`,
  })) {
    it(`a call ${name} gets 401 with the observed body and header`, async () => {
      await using mock = await startMock();

      const response = await fetch(`${mock.urls.apiPlain}/test/FCTEL/rest/${list}`, {
        headers: { authorization: `Bearer ${token}` },
      });

      assert.equal(response.status, 401);
      assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer realm=".*", error="invalid_token"$/);
      assert.equal(await response.text(), unauthorizedBody);
    });
  }

  it('a call with an opaque token that the login issued gets 401', async () => {
    await using mock = await startMock();
    const { body } = await exchange(mock, await codeOf(mock, 'administrator', { token_content_type: undefined }));

    const answer = await apiWithToken(mock, String(body.access_token)).get(list);

    assert.deepEqual([answer.status, answer.text], [401, unauthorizedBody]);
    assert.match(mock.journal.entries().at(-1)?.reason ?? '', /the token is opaque/);
  });

  it('a call with a refresh token gets 401', async () => {
    await using mock = await startMock();
    const { body } = await exchange(mock, await codeOf(mock, 'administrator'));

    const answer = await apiWithToken(mock, String(body.refresh_token)).get(list);

    assert.equal(answer.status, 401);
  });

  it('an access token is accepted for 90 days and refused after that', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const api = await apiOf(mock, 'administrator');

    mock.clock.advance(7_776_000 - 1);
    const last = await api.get(list);
    mock.clock.advance(1);
    const late = await api.get(list);

    assert.deepEqual([last.status, late.status], [200, 401]);
  });

  it('an access token still works after a refresh, unless the switch refreshEndsOldAccessToken is on', async () => {
    await using lenient = await startMock();
    await using strict = await startMock({ switches: { refreshEndsOldAccessToken: true } });

    const statuses = [];
    for (const mock of [lenient, strict]) {
      const { body } = await exchange(mock, await codeOf(mock, 'administrator'));
      await refresh(mock, String(body.refresh_token));
      statuses.push((await apiWithToken(mock, String(body.access_token)).get(list)).status);
    }

    assert.deepEqual(statuses, [200, 401]);
  });

  it('an application without the service E-Factura gets 403 from every method except the test service hello', async () => {
    await using mock = await startMock({
      clients: [{ clientId, clientSecret, redirectUris: [redirectUri], services: ['ETRANSPORT'] }],
    });

    const api = await apiOf(mock, 'administrator');
    const answers = [await api.get(list), await api.get('/TestOauth/jaxrs/hello')];

    assert.deepEqual(
      answers.map(({ status }) => status),
      [403, 200],
    );
  });

  for (const [name, status] of [
    ['api-unauthorized', 401],
    ['api-forbidden', 403],
    ['api-limit', 429],
    ['api-unavailable', 503],
  ] as const) {
    it(`the scenario ${name} for one person affects the test service hello for that person only`, async () => {
      await using mock = await startMock();
      const [own, other] = [await apiOf(mock, 'accountant'), await apiOf(mock, 'administrator')];
      mock.scenarios.add({ name, persona: 'accountant', endpoint: 'hello' });

      const answered = await Promise.all([own, other].map((api) => api.get('/TestOauth/jaxrs/hello?name=x')));

      assert.deepEqual(
        answered.map((answer) => answer.status),
        [status, 200],
      );
      assert.equal(mock.journal.entries({ about: { scenario: name } }).length, 1);
    });
  }

  it('the test service hello answers in the documented layout, even for a certificate without a company', async () => {
    await using mock = await startMock();
    const persona = mock.personas.find(({ name }) => name === 'no-company');

    const answer = await (await apiOf(mock, 'no-company')).get('/TestOauth/jaxrs/hello?name=Test Hello App!');

    assert.equal(answer.type, 'text/plain;charset=UTF-8');
    assert.ok(answer.text.startsWith('Hello, "Test Hello App!" \nheaders=key=Accept \nval=['));
    assert.ok(
      answer.text.includes(`key=serial_certificate \nval=[${persona?.serial.replaceAll(':', '').toUpperCase()}]`),
    );
  });

  it('a call is judged by the rights at the time of the call, not of the authorization', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    const granted = await api.get(list);
    mock.state.people = mock.state.people.map((person) =>
      person.name === 'administrator' ? { ...person, rights: [] } : person,
    );

    const withdrawn = await api.get(list);

    assert.match(granted.text, /Nu exista mesaje/);
    assert.match(withdrawn.text, /Nu exista niciun CIF pentru care sa aveti drept in SPV/);
  });

  it('the access and refresh token of a disconnected grant are refused', async () => {
    await using mock = await startMock();
    const { body } = await exchange(mock, await codeOf(mock, 'administrator'));
    for (const grant of Object.values(mock.state.grants)) grant.disconnectedAt = mock.clock.now();

    const call = await apiWithToken(mock, String(body.access_token)).get(list);
    const renewal = await refresh(mock, String(body.refresh_token));

    assert.equal(call.status, 401);
    assert.deepEqual(renewal, {
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Refresh Token status is expired' },
    });
  });

  it('a call over HTTPS gets the same answer as one over HTTP', async () => {
    await using mock = await startMock();
    const token = await accessTokenOf(mock, 'administrator');

    const status = await new Promise((resolve, reject) => {
      const options = { ca: mock.caPem, agent: false, headers: { authorization: `Bearer ${token}` } };
      request(`${mock.urls.api}/prod/FCTEL/rest/${list}`, options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });

    assert.equal(status, 200);
  });

  for (const [scenario, status] of [
    ['api-unavailable', 503],
    ['api-waf', 200],
    ['api-limit', 429],
    ['api-unauthorized', 401],
    ['api-forbidden', 403],
  ] as const) {
    it(`the scenario ${scenario} with times 1 answers one call with ${status}, and does not affect the next call`, async () => {
      await using mock = await startMock();
      const api = await apiOf(mock, 'administrator');
      mock.scenarios.add({ name: scenario, times: 1 });

      const during = await api.get(list);
      const after = await api.get(list);

      assert.equal(during.status, status);
      assert.match(after.text, /Nu exista mesaje/);
      assert.equal(mock.journal.entries({ about: { scenario } }).length, 1);
    });
  }

  it('the scenario api-reset resets the connection of a call, and api-hang never answers it', async () => {
    await using mock = await startMock();
    const token = await accessTokenOf(mock, 'administrator');
    const call = (signal?: AbortSignal) =>
      fetch(`${mock.urls.apiPlain}/test/FCTEL/rest/${list}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: signal ?? null,
      });

    mock.scenarios.add({ name: 'api-reset', times: 1 });
    await assert.rejects(call(), TypeError);
    mock.scenarios.add({ name: 'api-hang', times: 1 });
    const abandon = new AbortController();
    const isTaken = mock.once('request-answered');
    const hanging = call(abandon.signal);
    await isTaken;
    const later = await call();
    abandon.abort();

    assert.equal(later.status, 200);
    await assert.rejects(hanging, { name: 'AbortError' });
    assert.deepEqual(
      mock.journal.entries({ path: '/listaMesajeFactura' }).map(({ status }) => status),
      ['reset', 'hang', 200],
    );
  });

  it('a certificate has no rights until 24 hours after its enrolment', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const { access_token } = await mock.issueTokens({ persona: 'enrolled-today' });
    const ask = async () => (await apiWithToken(mock, access_token).get(list)).text;

    const today = await ask();
    mock.clock.advance(22 * 3600);
    const tomorrow = await ask();
    mock.changePerson('enrolled-today', { enrolledAt: mock.clock.now() });
    const anew = await ask();

    assert.match(today, /Nu exista niciun CIF pentru care sa aveti drept in SPV/);
    assert.match(tomorrow, /Nu exista mesaje/);
    assert.equal(anew, today);
  });

  it('the scenario api-no-rights for one CUI removes only the rights for that company', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');
    mock.scenarios.add({ name: 'api-no-rights', cui: exemplu.cui });

    const exempluAnswer = await api.get(list);
    const upload = await api.post('upload?standard=UBL&cif=90234171', invoice({ seller: '90234171' }));

    assert.match(exempluAnswer.text, /Nu aveti drept in SPV pentru CIF=90123459/);
    assert.match(upload.text, /ExecutionStatus="0"/);
  });
});
