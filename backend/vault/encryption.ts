import { CompactEncrypt, compactDecrypt } from 'jose';
import { Secret } from './secret.ts';

/** A key for data at rest. The first of a list encrypts; all decrypt, so that keys can be changed one after another. */
export interface EncryptionKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** Where a ciphertext belongs. It is bound to its place: moved to another row or column it does not decrypt. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** The stored value is not what was written there: another key, another place, or changed. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError';
}

/** Encrypts single fields as JWE (`dir`, `A256GCM`) whose authenticated header carries key id and place. */
export class Encryption {
  readonly #keys: readonly [EncryptionKey, ...EncryptionKey[]];

  constructor(keys: readonly EncryptionKey[]) {
    const [first, ...others] = keys;
    if (!first) throw new TypeError('"keys" must hold at least one encryption key');
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
      throw new DecryptionError(`what is stored in ${nameOf(place)} cannot be decrypted`, { cause });
    });
    if (protectedHeader.place !== nameOf(place)) {
      throw new DecryptionError(`what is stored in ${nameOf(place)} was written for another place`);
    }
    return new Secret(new TextDecoder().decode(plaintext));
  }

  #keyNamed(id: string | undefined): Uint8Array {
    const found = this.#keys.find((key) => key.id === id);
    if (!found) throw new DecryptionError(`the encryption key "${id ?? ''}" is not configured any more`);
    return found.key;
  }
}

function nameOf({ table, column, row }: Place): string {
  return `${table}.${column}/${row}`;
}
