import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/**
 * A value that must not be printed: as text, as JSON and in the console it is `[secret]`. Search for `reveal()` to find
 * every use of the real values.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

/** 256 random bits as 43 characters that are valid in URLs and cookies. */
export function randomSecret(): Secret {
  return new Secret(randomBytes(32).toString('base64url'));
}

/**
 * The hash to store instead of a secret that is only compared. It needs no salt, because the secrets are random.
 */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares two hashes in constant time. */
export function isSameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
