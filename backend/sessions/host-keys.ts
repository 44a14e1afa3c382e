import { hashOf, isSameHash } from '../vault/secret.ts';

/** A key of the host's server, as SHA-256 in base64url: enough to compare, so the key itself need not be kept. */
export interface HostKey {
  readonly id: string;
  readonly hash: string;
}

/**
 * Id of the key that was presented; undefined for an unknown one. Every key is compared, so that the duration reveals
 * nothing.
 */
export function hostKeyId(keys: readonly HostKey[], presented: string): string | undefined {
  const hash = hashOf(presented);
  return keys.filter((key) => isSameHash(key.hash, hash)).map(({ id }) => id)[0];
}
