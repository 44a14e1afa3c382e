import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { hashOf, isSameHash, randomSecret, Secret } from 'spv-authorize-backend/internal/vault/secret.ts';

describe('Secret', () => {
  it('a secret is shown as [secret] in text, in JSON, in the console and in errors', () => {
    const secret = new Secret('value');
    const error = new Error('failed', { cause: { secret } });

    const seen = [
      `${secret}`,
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: { secret } }),
      inspect(error),
    ];

    for (const text of seen) {
      assert.match(text, /\[secret\]/);
      assert.ok(!text.includes('value'));
    }
    assert.equal(secret.reveal(), 'value');
  });

  it('a random secret is long enough to be stored as a plain hash', () => {
    const secrets = new Set(Array.from({ length: 100 }, () => randomSecret().reveal()));

    assert.equal(secrets.size, 100);
    for (const secret of secrets) assert.match(secret, /^[\w-]{43}$/);
  });

  it('the hash of a secret is its SHA-256 in base64url', () => {
    assert.equal(hashOf('a'), 'ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs');
  });

  it('a secret matches its own hash and no other', () => {
    assert.ok(isSameHash(hashOf('a'), hashOf('a')));
    assert.ok(!isSameHash(hashOf('a'), hashOf('b')));
    assert.ok(!isSameHash(hashOf('a'), ''));
  });
});
