import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DecryptionError, Encryption } from 'spv-authorize-backend/internal/vault/encryption.ts';
import { Secret } from 'spv-authorize-backend/internal/vault/secret.ts';

const oldKey = { id: 'old', key: new Uint8Array(32).fill(1) };
const newKey = { id: 'new', key: new Uint8Array(32).fill(2) };
const place = { table: 'grants', column: 'access_token', row: 'g1' };

describe('Encryption', () => {
  it('an encrypted text is decrypted only for the row and column it was encrypted for', async () => {
    const encryption = new Encryption([newKey]);
    const stored = await encryption.encrypt(new Secret('token'), place);

    assert.equal((await encryption.decrypt(stored, place)).reveal(), 'token');
    assert.ok(!stored.includes('token'));
    for (const moved of [{ row: 'g2' }, { column: 'refresh_token' }, { table: 'others' }]) {
      await assert.rejects(encryption.decrypt(stored, { ...place, ...moved }), DecryptionError);
    }
  });

  it('encrypting the same text twice gives different results', async () => {
    const encryption = new Encryption([newKey]);

    const [first, second] = await Promise.all([1, 2].map(() => encryption.encrypt(new Secret('token'), place)));

    assert.notEqual(first, second);
  });

  it('older keys decrypt, and the first key encrypts', async () => {
    const written = await new Encryption([oldKey]).encrypt(new Secret('token'), place);
    const rotated = new Encryption([newKey, oldKey]);

    assert.equal((await rotated.decrypt(written, place)).reveal(), 'token');
    const rewritten = await rotated.encrypt(new Secret('token'), place);
    await assert.rejects(new Encryption([oldKey]).decrypt(rewritten, place), /"new" is no longer configured/);
  });

  it('a changed ciphertext is refused', async () => {
    const encryption = new Encryption([newKey]);
    const parts = (await encryption.encrypt(new Secret('token'), place)).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: 'new', place: 'grants.x/g1' }));

    const forged = [header.toString('base64url'), ...parts.slice(1)].join('.');

    await assert.rejects(encryption.decrypt(forged, { ...place, column: 'x' }), DecryptionError);
    await assert.rejects(encryption.decrypt('nonsense', place), DecryptionError);
  });

  it('errors of the encryption contain no secret', async () => {
    const encryption = new Encryption([newKey]);
    const stored = await encryption.encrypt(new Secret('token-value'), place);

    const error = await encryption.decrypt(stored, { ...place, row: 'g2' }).catch((cause: Error) => cause);

    assert.ok(error instanceof Error);
    assert.ok(!`${error.stack}`.includes('token-value'));
  });
});
