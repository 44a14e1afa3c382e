import { hashOf, isSameHash } from '../vault/secret.ts';

/** A key of the host's server, as base64url SHA-256: what is compared, so that the key itself need not be kept. */
export interface HostKey {
  readonly id: string;
  readonly hash: string;
}

/** The key's id, for log and history. Every key is compared, so that the time does not tell which one was near. */
export function hostKeyId(keys: readonly HostKey[], presented: string): string | undefined {
  const hash = hashOf(presented);
  return keys.filter((key) => isSameHash(key.hash, hash)).map(({ id }) => id)[0];
}
