import type { KeyPair } from './keys.ts';

export interface KeyRing {
  readonly authority: Signing;
  /** Signs certificates that the login door does not know. Made when first needed. */
  unknownAuthority: Signing | null;
  readonly tokens: KeyPair;
  /** Signs `semnatura_….xml`. Made when first needed. */
  seal: Signing | null;
  readonly server: KeyPair;
}

export interface Signing {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
}
