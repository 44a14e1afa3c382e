import type { CertificateOwner } from '../pki/certificate-owner.ts';
import type { KeyRing } from '../pki/key-ring.ts';
import type { KeyPair } from '../pki/keys.ts';
import type { ScenarioName } from '../scenarios/catalogue.ts';

/** Goes up with each change of `MockState` that an older file does not fit. */
export const stateVersion = 4;

/** Everything that the mock remembers, as plain data: it can be written to a file and read back. */
export interface MockState {
  readonly version: typeof stateVersion;
  companies: Company[];
  people: Person[];
  clients: Client[];
  /** By grant id (16 hexadecimal digits), which begins every `jti` and every opaque token of the grant. */
  grants: Record<string, Grant>;
  /** By code. Used and expired ones stay for ten minutes, so that the journal can say which it was. */
  codes: Record<string, Code>;
  /** By `id_incarcare`. */
  uploads: Record<string, Upload>;
  /** By `id`, the one of `descarcare`. */
  messages: Record<string, Message>;
  /** What grant and trace ids are made of, with how many of each kind were made. */
  idSeed: string;
  idsMade: Record<string, number>;
  nextUploadId: number;
  nextMessageId: number;
  /** Calls of one day, by what is limited; of the day that `countersDay` names. */
  counters: Record<string, number>;
  /** `yyyy-MM-dd`. */
  countersDay: string;
  /** How far the mock's clock was ahead of the machine's when the state was last written. */
  clockAheadSeconds: number;
  /** Where it stood still then (epoch seconds); `null`: it ran. */
  clockFrozenAt: number | null;
  keys: KeyRing;
}

export interface Company {
  /** CUI without "RO". */
  readonly cui: string;
  readonly name: string;
  /** Stands in the register "RO e-Factura executari silite", so that it may upload with `executare=DA`. */
  readonly isEnforcementAuthority?: boolean;
}

/** A person with one certificate: in ANAF's eyes the certificate, by issuer and serial, is the person. */
export interface Person extends CertificateOwner {
  /** One sentence on what this certificate can show. */
  readonly title: string;
  readonly pin: string;
  /** When the certificate was enrolled in SPV (epoch seconds); `null`: never. */
  readonly enrolledAt: number | null;
  /** Of the person, for whichever enrolled certificate; each counts 24 hours after `since` (epoch seconds). */
  readonly rights: readonly Right[];
  /** The issuer revoked the certificate. */
  readonly isRevoked?: boolean;
  /** The certificates before this one. */
  readonly earlierCertificates?: readonly EarlierCertificate[];
  /** The trouble that this certificate brings by itself, for testers without access to the admin port. */
  readonly scenario?: ScenarioName;
}

export interface Right {
  readonly cui: string;
  readonly since: number;
  /** The person who passed the right on (împuternicire). Absent: a right of one's own, as a legal representative. */
  readonly delegatedBy?: string;
}

/** A certificate that was renewed. */
export interface EarlierCertificate {
  /** Hexadecimal without colons. */
  readonly serial: string;
  /** `null`: it is enrolled no more. */
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
  /** The trouble that comes with this application, for testers who choose nothing but its `client_id`. */
  readonly scenario?: ScenarioName;
}

export interface Grant {
  /** Comes again after a reset. */
  readonly id: string;
  /** 8 random hexadecimal digits, behind the id in every `jti`: a token of before a reset is not one of the grant after it. */
  readonly mark: string;
  readonly clientId: string;
  readonly persona: string;
  readonly services: readonly AnafService[];
  readonly issuer: string;
  /** Colon-separated hexadecimal, as the claim of that name. */
  readonly serial: string;
  readonly createdAt: number;
  /** SHA-256 of the only refresh token that still works. */
  refreshHash: string;
  refreshExpiresAt: number;
  /** `jti` of the newest access token. */
  accessId: string;
  /** ANAF, or a test, cut it off. */
  disconnectedAt: number | null;
}

export interface Code {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly persona: string;
  /** Of the certificate that was shown, hexadecimal without colons. */
  readonly serial: string;
  readonly wantsJwt: boolean;
  /** PKCE, for the switch that enforces it. */
  readonly codeChallenge: string | null;
  readonly issuedAt: number;
  usedAt: number | null;
}

export type UploadVerdict =
  /** `buyer` is empty where the document names no company (an invoice to a person, for example). */
  | { readonly stare: 'ok'; readonly seller: string; readonly buyer: string }
  | { readonly stare: 'nok'; readonly errors: readonly string[] }
  /** Nothing becomes of it: no archive, no entry in a list. */
  | { readonly stare: typeof notTaken };

export const notTaken = 'XML cu erori nepreluat de sistem';

/** ANAF's two worlds: the same login and rights, invoices apart. */
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
  /** Sent by an enforcement authority (`executare`) for a seller that it does not stand for. */
  readonly isForAnother?: boolean;
  readonly xml: string;
  readonly uploadedAt: number;
  readonly processedAt: number;
  readonly verdict: UploadVerdict;
  /** Of an invoice that was taken: what makes another one the same. */
  readonly invoiceKey?: string;
  /** What `stareMesaj` says to download: the uploader's own message. `null`: there is nothing. */
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
  /** The company in whose list it stands. */
  readonly cif: string;
  readonly uploadId: string;
  readonly createdAt: number;
  /** From when on the lists show it. */
  readonly listedAt: number;
  readonly kind: MessageKind;
  readonly details: string;
}
