import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Evidence, FailureCode, RightsVerdict, WrittenLanguage } from 'spv-authorize/contract';

/** Epoch seconds, stored as `int8`. */
type Instant = number;
/** Hash of a secret. The secret itself is not stored. */
type Hash = string;
/** A JWE (`vault/encryption.ts`). */
type Ciphertext = string;
type Json<T extends object> = JSONColumnType<T, string, string>;

/** An account of the host, such as an accounting firm with its clients. */
interface AccountsTable {
  id: string;
  name: string;
  created_at: Instant;
  updated_at: Instant;
}

interface CompaniesTable {
  id: string;
  tax_id: string;
  name: string;
  account_id: string | null;
  created_at: Instant;
  updated_at: Instant;
}

/** One token pair of one certificate session. ANAF accepts its access token for every CUI of that certificate. */
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
  /** Set when ANAF refused a token that had not expired. */
  revoked_at: Instant | null;
  /** Grows with every new token pair. An update names the version that it read, so a late update changes nothing. */
  version: Generated<number>;
  /** End of the lease of the process that refreshes the token pair. */
  refresh_locked_until: Instant | null;
  renewal_result: 'renewed' | 'transient' | 'rejected' | null;
  renewal_attempt_at: Instant | null;
  next_action_at: Instant | null;
}

/** A company's grant and the verdict about its right. A company without a row has no authorization. */
export interface AuthorizationsTable {
  company_id: string;
  grant_id: string;
  /**
   * The CUI that the verdict is about. While `companies` has another one, the authorization is suspended until ANAF is
   * asked.
   */
  tax_id: string;
  verdict: RightsVerdict;
  verdict_at: Instant | null;
  authorized_at: Instant;
  authorized_by_id: string;
  authorized_by_name: string | null;
  via: 'certificate' | 'link' | 'import';
  /** Number of tries of the due check; the pause grows with it. */
  tries: Generated<number>;
  next_action_at: Instant | null;
}

/** A grant whose right is not proven yet. No call uses it. */
export interface CandidatesTable {
  grant_id: string;
  company_id: string;
  tax_id: string;
  attempt_id: string;
  opening_id: string;
  created_at: Instant;
  /** When the attempt fails if ANAF has not answered about the right. */
  keep_until: Instant;
  tries: number;
  next_action_at: Instant;
}

export type StoredAttemptState = 'created' | 'shown' | 'at-anaf' | 'verifying' | 'succeeded' | 'failed' | 'lapsed';

interface FailureColumns {
  failure_code: FailureCode | null;
  failure_evidence: ColumnType<Evidence | null, string | null, string | null>;
  failure_reference: string | null;
}

/** One attempt of a person to authorize, from the host's page to its result. */
export interface AttemptsTable extends FailureColumns {
  id: string;
  company_id: string;
  ticket_hash: Hash;
  link_id: string | null;
  /** `link`: opened from a link; the attempt belongs to no page of the host. */
  mode: 'window' | 'redirect' | 'link';
  return_url: string | null;
  origin: string;
  user_id: string;
  user_name: string | null;
  state: StoredAttemptState;
  created_at: Instant;
  expires_at: Instant;
  /**
   * Set once the attempt is final: it succeeded, lapsed or was cancelled. A failed attempt without it may be opened
   * again.
   */
  ended_at: Instant | null;
  /** Set when the attempt's page sent a browser here, until that browser is sent on to ANAF. */
  proof_hash: Hash | null;
  proof_until: Instant | null;
}

/** One browser's visit to ANAF for an attempt. */
export interface OpeningsTable extends FailureColumns {
  id: string;
  attempt_id: string;
  state_hash: Hash;
  cookie_hash: Hash;
  browser_hash: Hash;
  /** Epoch milliseconds. The time until ANAF's answer shows whether the browser displayed a dialog. */
  started_at_ms: number;
  returned_at: Instant | null;
  /** From the redirect to ANAF until its callback. */
  answered_after_ms: number | null;
  outcome: 'succeeded' | 'failed' | 'kept' | 'too-late' | null;
}

/** Events of a company's history. Hosts may store the names, so add new ones and keep the old. */
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
  | 'account-changed'
  | 'access-token-exposed'
  | 'mail-failed'
  | 'link-created'
  | 'link-replaced'
  | 'link-sent'
  | 'link-cancelled'
  | 'link-declined'
  | 'withdrawn';

/** Which company made an upload. ANAF itself returns its state for every CUI of the certificate. */
interface UploadsTable {
  company_id: string;
  upload_id: string;
  /** The CUI that the upload was made for. */
  tax_id: string;
  uploaded_at: Instant;
}

interface HistoryTable {
  id: Generated<number>;
  company_id: string;
  at: Instant;
  event: HistoryEvent;
  /**
   * The host's id of a person, `host` for the host's server, `backend` for the backend itself, `link:` with an id for a
   * visitor of a link, `certificate-holder` for somebody with a receipt.
   */
  actor: string;
  detail: Json<Record<string, unknown>>;
}

/** A user of the host who has a session, with the address that the host gave. */
interface CompanyUsersTable {
  company_id: string;
  user_id: string;
  name: string | null;
  email: string;
  language: WrittenLanguage;
}

/** Somebody whom the host wants to be told about the company's authorization. */
interface ContactsTable {
  company_id: string;
  email: string;
  language: WrittenLanguage;
}

/** An e-mail that is to be sent, was sent, or could not be sent. */
export interface OutboxTable {
  /** Also the local part of the `Message-ID`, so that every try has the same. */
  id: string;
  company_id: string;
  /** A key of `OutboxDetails`. */
  kind: string;
  /** Null for a notice that is to be addressed to the company's people. */
  recipient: string | null;
  language: WrittenLanguage | null;
  /** Never contains a secret. */
  detail: Json<object>;
  /** Two entries with the same key tell the same thing, so there is one. */
  once_key: string | null;
  created_at: Instant;
  tries: Generated<number>;
  /** Null once the entry has ended. */
  next_action_at: Instant | null;
  /**
   * `addressed`: replaced by an entry for each person. `skipped`: outdated, or nobody is to be told. `refused`: the
   * recipient's server does not take it. `parked`: given up, for a person to look at.
   */
  outcome: 'sent' | 'addressed' | 'skipped' | 'refused' | 'parked' | null;
  ended_at: Instant | null;
}

/** The number of a company's last event. */
interface WebhookSequencesTable {
  company_id: string;
  last: number;
}

/** An event that the host's server is told about. */
export interface WebhookEventsTable {
  /** Also the `webhook-id`, the same at every try. */
  id: string;
  company_id: string;
  /** Counts the events of the company from 1, without gaps. */
  sequence: number;
  type: string;
  at: Instant;
  data: Json<object>;
  tries: Generated<number>;
  /** Null once the event has ended. */
  next_action_at: Instant | null;
  /** `skipped`: there is no receiver. `parked`: given up, for a person to look at. */
  outcome: 'delivered' | 'skipped' | 'parked' | null;
  ended_at: Instant | null;
}

/** Addresses that get no invitations any more. */
interface SuppressionsTable {
  address_hash: Hash;
  since: Instant;
}

/** Secrets of the addresses that end invitations, one for each mail. */
interface UnsubscribeTokensTable {
  token_hash: Hash;
  address_hash: Hash;
  created_at: Instant;
}

/** An invitation to somebody with a certificate. At most one of the last four instants is set. */
export interface LinksTable {
  id: string;
  company_id: string;
  created_at: Instant;
  created_by_id: string;
  created_by_name: string | null;
  /** The recipient of the last e-mail. */
  email: string | null;
  sent_at: Instant | null;
  expires_at: Instant;
  opened_at: Instant | null;
  /** When the right was proven by an attempt of this link. */
  used_at: Instant | null;
  declined_at: Instant | null;
  cancelled_at: Instant | null;
}

/** How often a topic of the help got an answer to "Did this help?" on a day. */
interface FeedbackTable {
  topic: string;
  locale: string;
  helpful: boolean;
  /** The day in UTC, for example "2026-11-24". */
  day: string;
  count: number;
}

/** An address of a link: one for its creation or replacement, and one for each e-mail. */
interface LinkSecretsTable {
  secret_hash: Hash;
  link_id: string;
  created_at: Instant;
}

/** The address by which the holder of a certificate ends the use of it for one company. */
interface ReceiptsTable {
  /** The opening whose result page showed the address. */
  opening_id: string;
  company_id: string;
  /** The receipt is void once the company's authorization has another grant. */
  grant_id: string;
  created_at: Instant;
}

/** Secrets of the addresses at which a receipt is shown and the access can be withdrawn. */
interface ReceiptSecretsTable {
  secret_hash: Hash;
  opening_id: string;
  created_at: Instant;
}

/** All tables, for Kysely. The migrations create them. */
export interface Schema {
  accounts: AccountsTable;
  companies: CompaniesTable;
  grants: GrantsTable;
  authorizations: AuthorizationsTable;
  candidates: CandidatesTable;
  attempts: AttemptsTable;
  openings: OpeningsTable;
  uploads: UploadsTable;
  history: HistoryTable;
  links: LinksTable;
  link_secrets: LinkSecretsTable;
  receipts: ReceiptsTable;
  receipt_secrets: ReceiptSecretsTable;
  feedback: FeedbackTable;
  company_users: CompanyUsersTable;
  contacts: ContactsTable;
  outbox: OutboxTable;
  suppressions: SuppressionsTable;
  unsubscribe_tokens: UnsubscribeTokensTable;
  webhook_sequences: WebhookSequencesTable;
  webhook_events: WebhookEventsTable;
}
