import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompactEncrypt } from 'jose';
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

  it('an encryption needs at least one key', () => {
    assert.throws(() => new Encryption([]), {
      name: 'TypeError',
      message: '"keys" must contain at least one encryption key',
    });
  });

  it('the error of a failed decryption names the place and the cause', async () => {
    const encryption = new Encryption([newKey]);
    const stored = await encryption.encrypt(new Secret('token'), place);

    await assert.rejects(encryption.decrypt('nonsense', place), (error: Error) => {
      assert.ok(error.cause instanceof Error);
      assert.equal(`${error}`, 'DecryptionError: the value in grants.access_token/g1 cannot be decrypted');
      return true;
    });
    await assert.rejects(encryption.decrypt(stored, { ...place, row: 'g2' }), {
      name: 'DecryptionError',
      message: 'the value in grants.access_token/g2 was encrypted for another place',
    });
  });

  for (const { header, what } of [
    { header: { alg: 'dir', enc: 'A128CBC-HS256' }, what: 'another content encryption' },
    { header: { alg: 'A256KW', enc: 'A256GCM' }, what: 'another key management' },
  ]) {
    it(`a value that is encrypted with the right key but ${what} is refused`, async () => {
      const stored = await encryptAs({ ...header, kid: 'new' });

      await assert.rejects(
        new Encryption([newKey]).decrypt(stored, place),
        /grants.access_token\/g1 cannot be decrypted/,
      );
    });
  }

  it('a value without the id of its key is refused', async () => {
    const stored = await encryptAs({ alg: 'dir', enc: 'A256GCM' });

    await assert.rejects(new Encryption([newKey]).decrypt(stored, place), {
      name: 'DecryptionError',
      message: 'the encryption key "" is no longer configured',
    });
  });

  it('errors of the encryption contain no secret', async () => {
    const encryption = new Encryption([newKey]);
    const stored = await encryption.encrypt(new Secret('token-value'), place);

    const error = await encryption.decrypt(stored, { ...place, row: 'g2' }).catch((cause: Error) => cause);

    assert.ok(error instanceof Error);
    assert.ok(!`${error.stack}`.includes('token-value'));
  });
});

/** A value for `place` that is encrypted with `newKey` under the given header. */
function encryptAs(header: { readonly alg: string; readonly enc: string; readonly kid?: string }): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode('token'))
    .setProtectedHeader({ ...header, place: 'grants.access_token/g1' })
    .encrypt(newKey.key);
}
