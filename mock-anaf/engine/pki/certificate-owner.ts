import type { KeyPair } from './keys.ts';

/** A person with one certificate, as far as the certificate authority needs to know them. */
export interface CertificateOwner {
  readonly name: string;
  readonly fullName: string;
  /** Which of the mock's two authorities signs the certificate: the login knows only the trusted one. */
  readonly authority: 'trusted' | 'unknown';
  readonly validity: 'long' | 'expired';
  /** How many times the certificate was renewed; each renewal has a serial number of its own. Default: 0. */
  readonly renewals?: number;
  /** Generated at first use. */
  keyPair: KeyPair | null;
  /** Issued at first use. */
  certificatePem: string | null;
}
