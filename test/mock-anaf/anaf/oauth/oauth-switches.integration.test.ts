import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { authorizeUrl, codeOf, exchange, refresh, startMock } from '../../support/login.ts';

const verifier = 'a verifier of at least forty-three characters, as RFC 7636 wants it';
const challenge = createHash('sha256').update(verifier).digest('base64url');

describe('a switch', () => {
  it('the switch authorizationEndsOlderGrant determines whether a new authorization by the same certificate ends the previous grant', async () => {
    await using lenient = await startMock();
    await using strict = await startMock({ switches: { authorizationEndsOlderGrant: true } });

    const statuses = [];
    for (const mock of [lenient, strict]) {
      const first = await exchange(mock, await codeOf(mock, 'accountant'));
      const other = await exchange(mock, await codeOf(mock, 'administrator'));
      await exchange(mock, await codeOf(mock, 'accountant'));
      statuses.push(
        (await refresh(mock, String(first.body.refresh_token))).status,
        (await refresh(mock, String(other.body.refresh_token))).status,
      );
    }

    assert.deepEqual(statuses, [200, 200, 400, 200]);
  });

  for (const [name, codeVerifier, ignored, enforced] of [
    ['the right verifier', verifier, 200, 200],
    ['a wrong verifier', 'wrong', 200, 400],
    ['no verifier', undefined, 200, 400],
  ] as const) {
    it(`the switch pkce decides whether an exchange with ${name} is accepted`, async () => {
      const statuses = [];
      for (const pkce of ['ignored', 'enforced'] as const) {
        await using mock = await startMock({ switches: { pkce } });
        const code = await codeOf(mock, 'accountant', { code_challenge: challenge, code_challenge_method: 'S256' });
        statuses.push(
          (await exchange(mock, code, codeVerifier === undefined ? {} : { code_verifier: codeVerifier })).status,
        );
      }

      assert.deepEqual(statuses, [ignored, enforced]);
    });
  }

  it('the switch unavailableBody decides whether a 503 has a page or no body', async () => {
    const bodies = [];
    for (const unavailableBody of ['html', 'empty'] as const) {
      await using mock = await startMock({ switches: { unavailableBody } });
      for (const name of ['login-unavailable', 'token-unavailable', 'api-unavailable'] as const)
        mock.scenarios.add({ name });
      for (const address of [
        authorizeUrl(mock.urls.picker),
        `${mock.urls.picker}/anaf-oauth2/v1/token`,
        `${mock.urls.apiPlain}/TestOauth/jaxrs/hello`,
      ]) {
        const response = await fetch(address, { method: address.endsWith('token') ? 'POST' : 'GET' });
        assert.equal(response.status, 503);
        bodies.push((await response.text()).length > 0);
      }
    }

    assert.deepEqual(bodies, [true, true, true, false, false, false]);
  });

  it('an application without PKCE is refused only while PKCE is enforced', async () => {
    const answers = [];
    for (const pkce of ['ignored', 'enforced'] as const) {
      await using mock = await startMock({ switches: { pkce } });
      const { status } = await exchange(mock, await codeOf(mock, 'accountant'), { code_verifier: verifier });
      answers.push([status, mock.journal.entries({ path: '/token' }).at(-1)?.reason]);
    }

    assert.equal(answers[0]?.[0], 200);
    assert.equal(answers[1]?.[0], 400);
    assert.match(String(answers[1]?.[1]), /had no code_challenge/);
  });

  it('the switch oneAuthorizationPerMinute decides whether a second authorization by the same certificate within a minute gets error 255', async () => {
    await using lenient = await startMock();
    await using strict = await startMock({ switches: { oneAuthorizationPerMinute: true } });

    const answers = [];
    for (const mock of [lenient, strict]) {
      mock.clock.freeze();
      const first = await exchange(mock, await codeOf(mock, 'accountant'));
      const again = await exchange(mock, await codeOf(mock, 'accountant'));
      const otherPerson = await exchange(mock, await codeOf(mock, 'administrator'));
      const refreshed = await refresh(mock, String(first.body.refresh_token));
      mock.clock.advance(60);
      const later = await exchange(mock, await codeOf(mock, 'accountant'));
      answers.push([first, again, otherPerson, refreshed, later].map(({ status, body }) => body.error ?? status));
    }

    assert.deepEqual(answers, [
      [200, 200, 200, 200, 200],
      [200, '255', 200, 200, 200],
    ]);
  });

  it('error 255 has the wording of ANAF’s document of 2022', async () => {
    await using mock = await startMock({ switches: { oneAuthorizationPerMinute: true } });
    await exchange(mock, await codeOf(mock, 'accountant'));

    const { status, body } = await exchange(mock, await codeOf(mock, 'accountant'));

    assert.equal(status, 400);
    assert.deepEqual(body, {
      error: '255',
      error_description: 'se solicită multiple tokenuri de către acelasi utilizator',
    });
  });

  it('the switch expiredCode decides whether an expired code gets an answer or a reset connection', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const codes = [await codeOf(mock, 'accountant'), await codeOf(mock, 'accountant')];
    mock.clock.advance(61);

    const answered = await exchange(mock, codes[0] ?? '');
    await admin(mock, 'PUT', '/switches', { expiredCode: 'reset' });

    assert.deepEqual([answered.status, answered.body.error], [400, 'invalid_request']);
    await assert.rejects(exchange(mock, codes[1] ?? ''), TypeError);
    assert.equal((await exchange(mock, 'f'.repeat(64))).status, 400, 'a code that never was is refused as before');
  });
});
