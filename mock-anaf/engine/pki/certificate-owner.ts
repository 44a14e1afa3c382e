import type { KeyPair } from './keys.ts';

/** The owner of a certificate: the fields of a person that the certificate authority needs. */
export interface CertificateOwner {
  readonly name: string;
  readonly fullName: string;
  /** Which of the mock's two authorities signs the certificate. The login accepts only the trusted one. */
  readonly authority: 'trusted' | 'unknown';
  readonly validity: 'long' | 'expired';
  /** How often the certificate was renewed. Each renewal has its own serial number. Default: 0. */
  readonly renewals?: number;
  /** Generated at first use. */
  keyPair: KeyPair | null;
  /** Issued at first use. */
  certificatePem: string | null;
}
