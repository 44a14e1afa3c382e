import type { CertificateOwner } from '../pki/certificate-owner.ts';
import type { KeyRing } from '../pki/key-ring.ts';
import type { KeyPair } from '../pki/keys.ts';
import type { ScenarioName } from '../scenarios/catalogue.ts';

/** Version of the data file. It is incremented with each change of `MockState` that makes older files unreadable. */
export const stateVersion = 4;

/** The complete state of the mock, as plain data that is written to the data file and read back. */
export interface MockState {
  readonly version: typeof stateVersion;
  companies: Company[];
  people: Person[];
  clients: Client[];
  /** By grant id: 16 hexadecimal digits. Every `jti` and every opaque token of the grant begins with them. */
  grants: Record<string, Grant>;
  /** By code. Used and expired codes are kept for ten minutes, so that the journal can say why one was refused. */
  codes: Record<string, Code>;
  /** By `id_incarcare`. */
  uploads: Record<string, Upload>;
  /** By message id, the parameter `id` of `descarcare`. */
  messages: Record<string, Message>;
  /** Seed for generated grant and trace ids, and how many of each kind have been generated. */
  idSeed: string;
  idsMade: Record<string, number>;
  nextUploadId: number;
  nextMessageId: number;
  /** Calls counted for the daily limits, on the day `countersDay`. */
  counters: Record<string, number>;
  /** `yyyy-MM-dd`. */
  countersDay: string;
  /** How far the mock's clock was ahead of the system time when the state was last written. */
  clockAheadSeconds: number;
  /** Epoch seconds at which the clock was frozen at that time; `null`: it was running. */
  clockFrozenAt: number | null;
  keys: KeyRing;
}

/** A company that is known to ANAF. */
export interface Company {
  /** CUI without "RO". */
  readonly cui: string;
  readonly name: string;
  /** Whether it is in the register "RO e-Factura executari silite" and may upload with `executare=DA`. */
  readonly isEnforcementAuthority?: boolean;
}

/** A person with one certificate. ANAF identifies a person only by the issuer and serial number of the certificate. */
export interface Person extends CertificateOwner {
  /** One sentence about what this certificate demonstrates. */
  readonly title: string;
  readonly pin: string;
  /** When the certificate was enrolled in SPV (epoch seconds); `null`: never. */
  readonly enrolledAt: number | null;
  /** Rights of the person, in force with any enrolled certificate from 24 hours after `since`. */
  readonly rights: readonly Right[];
  /** Whether the issuer has revoked the certificate. */
  readonly isRevoked?: boolean;
  /** Previous certificates, which were replaced by a renewal. */
  readonly earlierCertificates?: readonly EarlierCertificate[];
  /** Scenario that always applies to this certificate, for testers without access to the admin port. */
  readonly scenario?: ScenarioName;
}

/** The right to act for a company. */
export interface Right {
  readonly cui: string;
  /** When the right was given, in epoch seconds. */
  readonly since: number;
  /** The person who delegated the right (împuternicire). Absent: the person is a legal representative. */
  readonly delegatedBy?: string;
}

/** A previous certificate, which was replaced by a renewal. */
export interface EarlierCertificate {
  /** Hexadecimal without colons. */
  readonly serial: string;
  /** Epoch seconds; `null`: no longer enrolled. */
  readonly enrolledAt: number | null;
  readonly validity: Person['validity'];
  readonly keyPair: KeyPair | null;
  readonly certificatePem: string | null;
}

/** A service that an application can be registered for. */
export type AnafService = 'EFACTURA' | 'ETRANSPORT';

/** An application as registered in ANAF's "Profil Oauth". */
export interface Client {
  /** At ANAF: 48 hexadecimal digits. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly services: readonly AnafService[];
  /** Scenario that always applies to this application, for testers who can choose only the `client_id`. */
  readonly scenario?: ScenarioName;
}

/** One authorization of an application by a certificate, with its current token pair. */
export interface Grant {
  /** The same ids are used again after a reset. */
  readonly id: string;
  /** 8 random hexadecimal digits that follow the id in every `jti`, so that a token from before a reset does not match a new grant. */
  readonly mark: string;
  readonly clientId: string;
  readonly persona: string;
  readonly services: readonly AnafService[];
  readonly issuer: string;
  /** Serial number of the certificate, colon-separated hexadecimal as in the claim `serial`. */
  readonly serial: string;
  readonly createdAt: number;
  /** SHA-256 of the only valid refresh token. */
  refreshHash: string;
  refreshExpiresAt: number;
  /** `jti` of the newest access token. */
  accessId: string;
  /** When ANAF or a test ended the grant (epoch seconds); `null`: it has not ended. */
  disconnectedAt: number | null;
}

/** An authorization code. */
export interface Code {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly persona: string;
  /** Serial number of the presented certificate, hexadecimal without colons. */
  readonly serial: string;
  /** Whether `token_content_type=jwt` was in the authorization request. */
  readonly wantsJwt: boolean;
  /** For PKCE; see the switch `pkce`. */
  readonly codeChallenge: string | null;
  readonly issuedAt: number;
  usedAt: number | null;
}

/** The result of processing an uploaded document, with the words of `stareMesaj`. */
export type UploadVerdict =
  /** `buyer` is empty if the document names no company, for example an invoice to a private person. */
  | { readonly stare: 'ok'; readonly seller: string; readonly buyer: string }
  | { readonly stare: 'nok'; readonly errors: readonly string[] }
  /** The document is discarded: there is no archive and no message. */
  | { readonly stare: typeof notTaken };

/** ANAF's status of an upload that its system did not accept for processing. */
export const notTaken = 'XML cu erori nepreluat de sistem';

/** ANAF's two environments. They share logins and rights, but not documents. */
export type Environment = 'test' | 'prod';

/** ANAF's names of document standards: invoice, credit note, Cross Industry Invoice, and message of a buyer. */
export type Standard = 'UBL' | 'CN' | 'CII' | 'RASP';

/** An uploaded document. */
export interface Upload {
  readonly id: string;
  readonly environment: Environment;
  /** CUI of the company that it was uploaded for (`cif`). */
  readonly cif: string;
  readonly standard: Standard;
  /** Sent by the buyer on behalf of the seller. */
  readonly isSelfBilled: boolean;
  /** Sent by an enforcement authority (`executare`) for a seller that it has no rights for. */
  readonly isForAnother?: boolean;
  readonly xml: string;
  readonly uploadedAt: number;
  readonly processedAt: number;
  readonly verdict: UploadVerdict;
  /** Identifies an accepted invoice. A later invoice with the same key is a duplicate. */
  readonly invoiceKey?: string;
  /** Id of the uploader's own message (`id_descarcare` of `stareMesaj`). `null`: there is nothing to download. */
  readonly messageId: string | null;
}

/** ANAF's names for the kinds of messages: invoice sent, received or refused; message of a buyer sent or received. */
export type MessageKind =
  | 'FACTURA TRIMISA'
  | 'FACTURA PRIMITA'
  | 'ERORI FACTURA'
  | 'MESAJ CUMPARATOR TRANSMIS'
  | 'MESAJ CUMPARATOR PRIMIT';

/** An entry in the message list of a company. */
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
