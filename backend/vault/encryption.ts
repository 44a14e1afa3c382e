import { CompactEncrypt, compactDecrypt } from 'jose';
import { Secret } from './secret.ts';

/**
 * A key for stored data. The first key of a list encrypts, and all decrypt, so that keys can be replaced one after the
 * other.
 */
export interface EncryptionKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** The row and column that a ciphertext is bound to. It cannot be decrypted in another place. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** The stored value was encrypted with another key or for another place, or was changed. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError';
}

/** Encrypts single fields as JWE (`dir`, `A256GCM`). The authenticated header contains the key's id and the place. */
export class Encryption {
  readonly #keys: readonly [EncryptionKey, ...EncryptionKey[]];

  constructor(keys: readonly EncryptionKey[]) {
    const [first, ...others] = keys;
    if (!first) throw new TypeError('"keys" must contain at least one encryption key');
    this.#keys = [first, ...others];
  }

  async encrypt(value: Secret, place: Place): Promise<string> {
    const [{ id, key }] = this.#keys;
    return new CompactEncrypt(new TextEncoder().encode(value.reveal()))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: id, place: nameOf(place) })
      .encrypt(key);
  }

  async decrypt(stored: string, place: Place): Promise<Secret> {
    const { plaintext, protectedHeader } = await compactDecrypt(stored, ({ kid }) => this.#keyNamed(kid), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }).catch((cause: unknown) => {
      if (cause instanceof DecryptionError) throw cause;
      throw new DecryptionError(`the value in ${nameOf(place)} cannot be decrypted`, { cause });
    });
    if (protectedHeader.place !== nameOf(place)) {
      throw new DecryptionError(`the value in ${nameOf(place)} was encrypted for another place`);
    }
    return new Secret(new TextDecoder().decode(plaintext));
  }

  #keyNamed(id: string | undefined): Uint8Array {
    const found = this.#keys.find((key) => key.id === id);
    if (!found) throw new DecryptionError(`the encryption key "${id ?? ''}" is no longer configured`);
    return found.key;
  }
}

function nameOf({ table, column, row }: Place): string {
  return `${table}.${column}/${row}`;
}
