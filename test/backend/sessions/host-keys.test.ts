import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HostKey, hostKeyId } from 'spv-authorize-backend/internal/sessions/host-keys.ts';
import { hashOf } from 'spv-authorize-backend/internal/vault/secret.ts';

describe('hostKeyId', () => {
  it('a host key is recognized by its hash, whatever its position', () => {
    const keys = twoKeys();

    assert.deepEqual([hostKeyId(keys, 'first'), hostKeyId(keys, 'second')], ['h1', 'h2']);
  });

  it('an unknown host key, an empty one and the hash of a key are refused', () => {
    const keys = twoKeys();

    for (const presented of ['third', '', hashOf('first')]) assert.equal(hostKeyId(keys, presented), undefined);
    assert.equal(hostKeyId([], 'first'), undefined);
  });
});

function twoKeys(): HostKey[] {
  return [
    { id: 'h1', hash: hashOf('first') },
    { id: 'h2', hash: hashOf('second') },
  ];
}
