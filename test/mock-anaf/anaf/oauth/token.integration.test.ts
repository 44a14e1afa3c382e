import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  claimsOf,
  clientId,
  clientSecret,
  codeOf,
  exchange,
  redirectUri,
  refresh,
  startMock,
  tokenRequest,
} from '../../support/login.ts';

describe('the token endpoint', () => {
  it('a code is exchanged for a pair of JWTs with the fields in the reported order', async () => {
    await using mock = await startMock();

    const { status, body } = await exchange(mock, await codeOf(mock, 'accountant'));

    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body), ['access_token', 'expires_in', 'token_type', 'refresh_token', 'scope']);
    assert.equal(body.expires_in, 7_776_000);
    assert.equal(body.token_type, 'Bearer');
    assert.equal(body.scope, 'clientappid issuer role serial');
  });

  it('the client is authenticated by HTTP Basic, as documented', async () => {
    await using mock = await startMock();
    const code = await codeOf(mock, 'accountant');
    const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

    const { status } = await tokenRequest(
      mock,
      { grant_type: 'authorization_code', code, redirect_uri: redirectUri, token_content_type: 'jwt' },
      { authorization },
    );

    assert.equal(status, 200);
  });

  it('an unknown client or a wrong secret gets 400 invalid_client, not 401', async () => {
    await using mock = await startMock();
    const code = await codeOf(mock, 'accountant');

    const answers = [
      await exchange(mock, code, { client_secret: 'wrong' }),
      await exchange(mock, code, { client_id: 'f'.repeat(48) }),
      await tokenRequest(mock, { grant_type: 'authorization_code', code }, { authorization: 'Basic !!!' }),
    ];

    for (const { status, body } of answers) assert.deepEqual([status, body.error], [400, 'invalid_client']);
    assert.equal((await exchange(mock, code)).status, 200, 'the code is still good for the right client');
  });

  for (const [name, changes] of Object.entries({
    'a code that was never issued': { code: 'f'.repeat(64) },
    'another redirect_uri than at the authorization': { redirect_uri: 'https://app.example/callback' },
    'a grant type that is not served': { grant_type: 'password' },
    'an empty grant type': { grant_type: '' },
    'a code that names a property of objects': { code: '__proto__' },
  })) {
    it(`${name} gets 400 invalid_request at the token endpoint`, async () => {
      await using mock = await startMock();

      const { status, body } = await exchange(mock, await codeOf(mock, 'accountant'), changes);

      assert.deepEqual([status, body], [400, { error: 'invalid_request' }]);
    });
  }

  it('a code is accepted once', async () => {
    await using mock = await startMock();
    const code = await codeOf(mock, 'accountant');
    await exchange(mock, code);

    const { status, body } = await exchange(mock, code);

    assert.deepEqual([status, body.error], [400, 'invalid_request']);
    assert.equal(mock.journal.entries().at(-1)?.reason, 'the code was used before');
  });

  it('a code is accepted for 60 seconds', async () => {
    await using mock = await startMock();
    const inTime = await codeOf(mock, 'accountant');
    mock.clock.freeze();
    mock.clock.advance(59);
    const first = await exchange(mock, inTime);
    const late = await codeOf(mock, 'accountant');
    mock.clock.advance(61);

    const second = await exchange(mock, late);

    assert.deepEqual([first.status, second.status], [200, 400]);
    assert.equal(mock.journal.entries().at(-1)?.reason, 'the code has expired: it is older than its lifetime');
  });

  it('only one of twenty concurrent exchanges gets tokens', async () => {
    await using mock = await startMock();
    const code = await codeOf(mock, 'accountant');

    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(mock, code)));

    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('a refresh rotates the refresh token, and the old one is refused', async () => {
    await using mock = await startMock();
    const first = await exchange(mock, await codeOf(mock, 'accountant'));
    const second = await refresh(mock, String(first.body.refresh_token));

    const again = await refresh(mock, String(first.body.refresh_token));

    assert.equal(second.status, 200);
    assert.notEqual(second.body.refresh_token, first.body.refresh_token);
    assert.deepEqual(again, {
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Refresh Token status is expired' },
    });
  });

  it('a forged refresh token that names a grant is refused and does not change the grant', async () => {
    await using mock = await startMock();
    const { body } = await exchange(mock, await codeOf(mock, 'accountant'));
    const [header, , signature] = String(body.refresh_token).split('.');
    const claims = { ...claimsOf(body.refresh_token), exp: 9_999_999_999 };
    const forged = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;

    const refused = await refresh(mock, forged);
    const genuine = await refresh(mock, String(body.refresh_token));

    assert.deepEqual([refused.status, genuine.status], [400, 200]);
  });

  it('only one of ten concurrent refreshes succeeds', async () => {
    await using mock = await startMock();
    const { body } = await exchange(mock, await codeOf(mock, 'accountant'));

    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(mock, String(body.refresh_token))));

    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('refreshing is refused a year after the authorization, even after many refreshes', async () => {
    await using mock = await startMock();
    const first = await exchange(mock, await codeOf(mock, 'accountant'));
    mock.clock.advance(300 * 86_400);
    const second = await refresh(mock, String(first.body.refresh_token));
    mock.clock.advance(66 * 86_400);

    const third = await refresh(mock, String(second.body.refresh_token));

    assert.equal(claimsOf(second.body.refresh_token).exp, claimsOf(first.body.refresh_token).exp);
    assert.deepEqual([second.status, third.status], [200, 400]);
  });

  it('each refresh starts a new year under the switch refreshExtendsYear', async () => {
    await using mock = await startMock({ switches: { refreshExtendsYear: true } });
    const first = await exchange(mock, await codeOf(mock, 'accountant'));
    mock.clock.advance(300 * 86_400);
    const second = await refresh(mock, String(first.body.refresh_token));
    mock.clock.advance(66 * 86_400);

    const third = await refresh(mock, String(second.body.refresh_token));

    assert.equal(third.status, 200);
  });

  it('the tokens are opaque with 64 digits unless both requests have token_content_type=jwt', async () => {
    await using mock = await startMock();

    const onlyAtToken = await exchange(mock, await codeOf(mock, 'accountant', { token_content_type: undefined }));
    const onlyAtAuthorize = await exchange(mock, await codeOf(mock, 'accountant'), { token_content_type: '' });

    for (const { status, body } of [onlyAtToken, onlyAtAuthorize]) {
      assert.equal(status, 200);
      assert.match(String(body.access_token), /^[0-9a-f]{64}$/);
      assert.equal((await refresh(mock, String(body.refresh_token))).status, 200);
    }
  });
});
