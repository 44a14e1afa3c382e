import type { CertificateOwner } from '../pki/certificate-owner.ts';
import type { KeyRing } from '../pki/key-ring.ts';
import type { KeyPair } from '../pki/keys.ts';
import type { ScenarioName } from '../scenarios/catalogue.ts';

/** Incremented with each change of `MockState` that makes older data files unreadable. */
export const stateVersion = 4;

/** Everything that the mock remembers, as plain data that can be written to the data file and read back. */
export interface MockState {
  readonly version: typeof stateVersion;
  companies: Company[];
  people: Person[];
  clients: Client[];
  /** By grant id: 16 hexadecimal digits, with which every `jti` and every opaque token of the grant begins. */
  grants: Record<string, Grant>;
  /** By code. Used and expired codes are kept for ten minutes, so that the journal can say why one was refused. */
  codes: Record<string, Code>;
  /** By `id_incarcare`. */
  uploads: Record<string, Upload>;
  /** By `id`, the one of `descarcare`. */
  messages: Record<string, Message>;
  /** Seed for generated grant and trace ids, and how many of each kind were generated. */
  idSeed: string;
  idsMade: Record<string, number>;
  nextUploadId: number;
  nextMessageId: number;
  /** Calls counted for the daily limits, on the day `countersDay`. */
  counters: Record<string, number>;
  /** `yyyy-MM-dd`. */
  countersDay: string;
  /** How far the mock's clock was ahead of the machine's when the state was last written. */
  clockAheadSeconds: number;
  /** Epoch seconds at which it was frozen then; `null`: it ran. */
  clockFrozenAt: number | null;
  keys: KeyRing;
}

export interface Company {
  /** CUI without "RO". */
  readonly cui: string;
  readonly name: string;
  /** Is in the register "RO e-Factura executari silite", so that it may upload with `executare=DA`. */
  readonly isEnforcementAuthority?: boolean;
}

/** A person with one certificate: in ANAF's eyes the certificate, by issuer and serial, is the person. */
export interface Person extends CertificateOwner {
  /** One sentence on what this certificate is for. */
  readonly title: string;
  readonly pin: string;
  /** When the certificate was enrolled in SPV (epoch seconds); `null`: never. */
  readonly enrolledAt: number | null;
  /** Rights of the person, valid with any enrolled certificate, from 24 hours after `since` (epoch seconds). */
  readonly rights: readonly Right[];
  /** The issuer revoked the certificate. */
  readonly isRevoked?: boolean;
  /** Certificates that were renewed. */
  readonly earlierCertificates?: readonly EarlierCertificate[];
  /** Scenario that always applies to this certificate, for testers without access to the admin port. */
  readonly scenario?: ScenarioName;
}

export interface Right {
  readonly cui: string;
  readonly since: number;
  /** The person who delegated the right (împuternicire). Absent: the person is a legal representative. */
  readonly delegatedBy?: string;
}

/** A certificate that was renewed. */
export interface EarlierCertificate {
  /** Hexadecimal without colons. */
  readonly serial: string;
  /** Epoch seconds; `null`: no longer enrolled. */
  readonly enrolledAt: number | null;
  readonly validity: Person['validity'];
  readonly keyPair: KeyPair | null;
  readonly certificatePem: string | null;
}

export type AnafService = 'EFACTURA' | 'ETRANSPORT';

/** An application as registered in ANAF's "Profil Oauth". */
export interface Client {
  /** 48 hexadecimal digits at ANAF. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly services: readonly AnafService[];
  /** Scenario that always applies to this application, for testers who can choose only the `client_id`. */
  readonly scenario?: ScenarioName;
}

/** One authorization of an application by a certificate, with its current token pair. */
export interface Grant {
  /** Ids repeat after a reset. */
  readonly id: string;
  /** 8 random hexadecimal digits after the id in every `jti`, so that a token from before a reset does not match the new grant. */
  readonly mark: string;
  readonly clientId: string;
  readonly persona: string;
  readonly services: readonly AnafService[];
  readonly issuer: string;
  /** Colon-separated hexadecimal, as in the claim of that name. */
  readonly serial: string;
  readonly createdAt: number;
  /** SHA-256 of the only valid refresh token. */
  refreshHash: string;
  refreshExpiresAt: number;
  /** `jti` of the newest access token. */
  accessId: string;
  /** When ANAF, or a test, ended it (epoch seconds); `null`: it is not ended. */
  disconnectedAt: number | null;
}

/** An authorization code. */
export interface Code {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly persona: string;
  /** Of the certificate that was shown, hexadecimal without colons. */
  readonly serial: string;
  readonly wantsJwt: boolean;
  /** PKCE, for the switch `pkce`. */
  readonly codeChallenge: string | null;
  readonly issuedAt: number;
  usedAt: number | null;
}

export type UploadVerdict =
  /** `buyer` is empty where the document names no company (an invoice to a person, for example). */
  | { readonly stare: 'ok'; readonly seller: string; readonly buyer: string }
  | { readonly stare: 'nok'; readonly errors: readonly string[] }
  /** The document is dropped: no archive, no entry in a list. */
  | { readonly stare: typeof notTaken };

export const notTaken = 'XML cu erori nepreluat de sistem';

/** ANAF's two environments. They share login and rights; documents are separate. */
export type Environment = 'test' | 'prod';

export type Standard = 'UBL' | 'CN' | 'CII' | 'RASP';

export interface Upload {
  readonly id: string;
  readonly environment: Environment;
  /** The CUI in whose name it was uploaded (`cif`). */
  readonly cif: string;
  readonly standard: Standard;
  /** Sent by the buyer in the seller's name. */
  readonly isSelfBilled: boolean;
  /** Sent by an enforcement authority (`executare`) for a seller that it has no right for. */
  readonly isForAnother?: boolean;
  readonly xml: string;
  readonly uploadedAt: number;
  readonly processedAt: number;
  readonly verdict: UploadVerdict;
  /** Of an accepted invoice: an invoice with the same key counts as sent before. */
  readonly invoiceKey?: string;
  /** `id_descarcare` of `stareMesaj`: the uploader's own message. `null`: there is nothing to download. */
  readonly messageId: string | null;
}

export type MessageKind =
  | 'FACTURA TRIMISA'
  | 'FACTURA PRIMITA'
  | 'ERORI FACTURA'
  | 'MESAJ CUMPARATOR TRANSMIS'
  | 'MESAJ CUMPARATOR PRIMIT';

export interface Message {
  readonly id: string;
  readonly environment: Environment;
  /** The company whose list contains it. */
  readonly cif: string;
  readonly uploadId: string;
  readonly createdAt: number;
  /** Epoch seconds from which the lists show it. */
  readonly listedAt: number;
  readonly kind: MessageKind;
  readonly details: string;
}
