import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Evidence, FailureCode, RightsVerdict } from 'spv-authorize/contract';

/** Epoch seconds; `int8`, read as a number on both databases. */
type Instant = number;
/** Hash of a secret that is itself never stored. */
type Hash = string;
/** JWE; see `vault/encryption.ts`. */
type Ciphertext = string;
type Json<T extends object> = JSONColumnType<T, string, string>;

interface CompaniesTable {
  id: string;
  tax_id: string;
  name: string;
  created_at: Instant;
  updated_at: Instant;
}

/** One token pair of one certificate session. ANAF's token opens every CUI of that certificate. */
export interface GrantsTable {
  id: string;
  issuer: string;
  serial: string;
  roles: Json<string[]>;
  access_token: Ciphertext;
  refresh_token: Ciphertext | null;
  issued_at: Instant;
  access_expires_at: Instant;
  reauthorize_by: Instant;
  /** Set when ANAF refused a token whose time was not over. */
  revoked_at: Instant | null;
  /** Fence: grows with every new token pair; an update names the version that it read. */
  version: Generated<number>;
  refresh_locked_until: Instant | null;
  renewal_result: 'renewed' | 'transient' | 'rejected' | null;
  renewal_attempt_at: Instant | null;
  next_action_at: Instant | null;
}

/** Company → grant, with its own verdict. One row a company; no row means "none". */
export interface AuthorizationsTable {
  company_id: string;
  grant_id: string;
  /** The CUI that the verdict is about. Another one in `companies` suspends the authorization until it is checked. */
  tax_id: string;
  verdict: RightsVerdict;
  verdict_at: Instant | null;
  authorized_at: Instant;
  authorized_by_id: string;
  authorized_by_name: string | null;
  via: 'certificate' | 'link' | 'import';
  /** How often a check that is due was tried: the pause grows with it. */
  tries: Generated<number>;
  next_action_at: Instant | null;
}

/** A grant whose right is not proven yet. Serves no call. */
export interface CandidatesTable {
  grant_id: string;
  company_id: string;
  tax_id: string;
  attempt_id: string;
  opening_id: string;
  created_at: Instant;
  keep_until: Instant;
  tries: number;
  next_action_at: Instant;
}

type StoredAttemptState = 'created' | 'shown' | 'at-anaf' | 'verifying' | 'succeeded' | 'failed' | 'lapsed';

interface FailureColumns {
  failure_code: FailureCode | null;
  failure_evidence: ColumnType<Evidence | null, string | null, string | null>;
  failure_reference: string | null;
}

export interface AttemptsTable extends FailureColumns {
  id: string;
  company_id: string;
  ticket_hash: Hash;
  link_id: string | null;
  mode: 'window' | 'redirect';
  return_url: string | null;
  origin: string;
  user_id: string;
  user_name: string | null;
  state: StoredAttemptState;
  created_at: Instant;
  expires_at: Instant;
  /** From here on nothing moves it: it succeeded, lapsed, was cancelled. A failed one without it may be opened again. */
  ended_at: Instant | null;
}

/** One way from a browser to ANAF and back. */
export interface OpeningsTable extends FailureColumns {
  id: string;
  attempt_id: string;
  state_hash: Hash;
  cookie_hash: Hash;
  browser_hash: Hash;
  /** Epoch milliseconds: the time to ANAF's answer tells a browser without dialog from a person. */
  started_at_ms: number;
  returned_at: Instant | null;
  /** From the redirect to ANAF until its answer came. */
  answered_after_ms: number | null;
  outcome: 'succeeded' | 'failed' | 'kept' | 'too-late' | null;
}

export type HistoryEvent =
  | 'authorized'
  | 'replaced'
  | 'refused'
  | 'verified'
  | 'right-lost'
  | 'revoked'
  | 'refreshed'
  | 'disconnected'
  | 'tax-id-changed'
  | 'access-token-exposed';

/** Which company handed an invoice in: ANAF itself would tell its state to every CUI of the certificate. */
interface UploadsTable {
  company_id: string;
  upload_id: string;
  /** The CUI it was handed in for. */
  tax_id: string;
  uploaded_at: Instant;
}

interface HistoryTable {
  id: Generated<number>;
  company_id: string;
  at: Instant;
  event: HistoryEvent;
  /** The host's id of a person, `host` for the host's server, `backend` for ourselves. */
  actor: string;
  detail: Json<Record<string, unknown>>;
}

/** An invitation to somebody else. Written from the next cut on; here so that nothing is rebuilt. */
interface LinksTable {
  id: string;
  company_id: string;
  secret_hash: Hash;
  created_at: Instant;
  created_by_id: string;
  created_by_name: string | null;
  email: string | null;
  expires_at: Instant;
  opened_at: Instant | null;
  used_at: Instant | null;
  declined_at: Instant | null;
  cancelled_at: Instant | null;
}

export interface Schema {
  companies: CompaniesTable;
  grants: GrantsTable;
  authorizations: AuthorizationsTable;
  candidates: CandidatesTable;
  attempts: AttemptsTable;
  openings: OpeningsTable;
  uploads: UploadsTable;
  history: HistoryTable;
  links: LinksTable;
}
