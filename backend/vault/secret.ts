import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/** A value that must not be seen: as text, as JSON and in the console it is `[secret]`. `reveal()` is easy to search for. */
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

/** 256 random bits as 43 characters that fit into a URL and a cookie. */
export function randomSecret(): Secret {
  return new Secret(randomBytes(32).toString('base64url'));
}

/** What is stored of a secret that is only ever compared. Enough without salt, since the secrets are 256 random bits. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares in a time that does not depend on where the two differ. */
export function isSameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
