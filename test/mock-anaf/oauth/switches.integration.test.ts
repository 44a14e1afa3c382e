import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { codeOf, exchange, refresh, startMock } from '../support/login.ts';

const verifier = 'a verifier of at least forty-three characters, as RFC 7636 wants it';
const challenge = createHash('sha256').update(verifier).digest('base64url');

describe('a switch', () => {
  it('decides whether a new authorization by the same certificate ends the grant before it', async () => {
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
    it(`decides what becomes of PKCE with ${name}`, async () => {
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
});
