import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apiOf, apiWithToken } from '../../support/api.ts';
import { authorizeUrl, clientSecret, codeOf, exchange, refresh, startMock, tokenRequest } from '../../support/login.ts';

describe('the journal', () => {
  it('the journal contains no code, token, secret, state, PIN or cookie of a complete authorization', async () => {
    await using mock = await startMock();
    const state = 'a-state-worth-guarding';
    const pin = '739105';
    mock.state.people = mock.state.people.map((person) => ({ ...person, pin }));
    const cookies = (await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' })).headers.getSetCookie();

    const code = await codeOf(mock, 'administrator', { state });
    const first = await exchange(mock, code);
    const second = await refresh(mock, String(first.body.refresh_token));
    const basic = Buffer.from(`x:${clientSecret}`).toString('base64');
    await tokenRequest(
      mock,
      { grant_type: 'refresh_token', refresh_token: 'r4nd0m-token' },
      { authorization: `Basic ${basic}` },
    );
    const api = await apiOf(mock, 'administrator');
    await api.get(`/TestOauth/jaxrs/hello?name=x&access_token=${first.body.access_token}`);
    await mock.authorize({
      url: authorizeUrl(mock.urls.picker, { state }),
      persona: 'administrator',
      act: 'wrong-pin',
    });

    const entries = mock.journal.entries();
    const written = JSON.stringify(entries.map(({ number }) => mock.journal.exchange(number)));
    const secrets = [state, pin, code, clientSecret, basic, 'r4nd0m-token'];
    for (const { body } of [first, second]) secrets.push(String(body.access_token), String(body.refresh_token));
    for (const line of cookies) secrets.push(line.split(/[=;]/)[1] ?? '');
    for (const secret of secrets) {
      assert.ok(secret.length >= 4, secret);
      assert.equal(written.includes(secret), false, `the journal shows ${secret}`);
    }
    assert.ok(written.includes('"reason":"a pair of JWTs was issued"'), 'the walk is in the journal');
    assert.ok(written.includes('\\"access_token\\":\\"[secret]\\",\\"expires_in\\":7776000'), 'its answer is, too');
    assert.ok(written.includes('val=[Bearer [secret]]'), 'and that of hello');
  });

  it('the journal shows no secret in its reasons, facts and expected values', async () => {
    await using mock = await startMock();
    const secret = 'a-secret-of-an-application';
    const redirectUris = [`https://w.ro/cb?x=${secret}&state=guarded`];
    mock.state.clients = [
      ...mock.state.clients,
      { clientId: 'w', clientSecret: secret, redirectUris, services: ['EFACTURA'] },
    ];
    const { access_token } = await mock.issueTokens({ persona: 'administrator' });
    const api = apiWithToken(mock, access_token);
    const heard: unknown[] = [];
    mock.on('request-answered', (entry) => heard.push(entry));

    for (const value of [secret, access_token, 'f7584c01803b44ef'.repeat(4)]) {
      await api.get(`/x/${value}`);
      await api.post(`upload?standard=UBL&cif=${value}`, '<a/>');
      await api.get(`listaMesajeFactura?zile=${value}&cif=90123459`);
      await fetch(`${mock.urls.picker}/${value}`, { redirect: 'manual' });
      await fetch(authorizeUrl(mock.urls.picker, { client_id: value }), { redirect: 'manual' });
    }
    await fetch(authorizeUrl(mock.urls.picker, { client_id: 'w' }), { redirect: 'manual' });

    const written = JSON.stringify([heard, mock.journal.entries().map(({ number }) => mock.journal.exchange(number))]);
    assert.equal(heard.length, 16);
    for (const shown of [secret, access_token.slice(0, 60), 'f7584c01803b44ef', 'guarded'])
      assert.equal(written.includes(shown), false, `the journal shows ${shown}`);
  });

  it('the journal keeps at most 16 KB of a body and 100 parameters, whatever was sent', async () => {
    await using mock = await startMock();
    const names = Array.from({ length: 400_000 }, (_, index) => `n${index}=${index}`).join('&');
    for (const body of [names, `${'a'.repeat(16_383)}!${'b'.repeat(50)}`, '"a'.repeat(9000), 'token'.repeat(4000)]) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      await fetch(`${mock.urls.apiPlain}/x?${names.slice(0, 50_000)}`, { method: 'POST', body, headers });
    }

    const exchanges = mock.journal.entries().map(({ number }) => mock.journal.exchange(number));

    assert.equal(exchanges.length, 4);
    for (const exchange of exchanges) {
      assert.ok(exchange?.requestBody, 'the body is kept');
      assert.ok(String(exchange.requestBody.text).length <= 16 * 1024, 'of the body');
      for (const parameters of [exchange.query, exchange.form])
        assert.ok(Object.keys(parameters).length <= 101, 'of the parameters');
    }
    assert.match(exchanges[0]?.query['…'] ?? '', /^\d+ more$/);
  });
});
