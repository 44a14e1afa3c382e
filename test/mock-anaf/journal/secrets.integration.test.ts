import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apiOf } from '../support/api.ts';
import { authorizeUrl, clientSecret, codeOf, exchange, refresh, startMock, tokenRequest } from '../support/login.ts';

describe('the journal', () => {
  it('holds no code, token, secret, state, PIN or cookie of a whole walk', async () => {
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
});
