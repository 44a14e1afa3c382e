import type { KeyPair } from './keys.ts';

/** The keys of one mock. */
export interface KeyRing {
  readonly authority: Signing;
  /** Signs certificates that the login does not trust. Generated at first use. */
  unknownAuthority: Signing | null;
  readonly tokens: KeyPair;
  /** Signs `semnatura_….xml`. Generated at first use. */
  seal: Signing | null;
  readonly server: KeyPair;
}

/** A private key and its certificate, as PEM. */
export interface Signing {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
}
