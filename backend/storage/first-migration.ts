import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The complete data model, including tables that later versions use. */
export const firstMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const failureColumns = 'failure_code text, failure_evidence jsonb, failure_reference text';

const statements: readonly string[] = [
  `create table companies (
    id text primary key,
    tax_id text not null,
    name text not null,
    created_at int8 not null,
    updated_at int8 not null
  )`,
  `create table grants (
    id text primary key,
    issuer text not null,
    serial text not null,
    roles jsonb not null,
    access_token text not null,
    refresh_token text,
    issued_at int8 not null,
    access_expires_at int8 not null,
    reauthorize_by int8 not null,
    revoked_at int8,
    version int4 not null default 1,
    refresh_locked_until int8,
    renewal_result text check (renewal_result in ('renewed', 'transient', 'rejected')),
    renewal_attempt_at int8,
    next_action_at int8
  )`,
  'create index grants_due on grants (next_action_at) where next_action_at is not null',
  `create table authorizations (
    company_id text primary key references companies,
    grant_id text not null references grants,
    tax_id text not null,
    verdict text not null check (verdict in ('granted', 'denied', 'unknown')),
    verdict_at int8,
    authorized_at int8 not null,
    authorized_by_id text not null,
    authorized_by_name text,
    via text not null check (via in ('certificate', 'link', 'import')),
    tries int4 not null default 1,
    next_action_at int8
  )`,
  'create index authorizations_grant on authorizations (grant_id)',
  'create index authorizations_due on authorizations (next_action_at) where next_action_at is not null',
  `create table links (
    id text primary key,
    company_id text not null references companies,
    secret_hash text not null unique,
    created_at int8 not null,
    created_by_id text not null,
    created_by_name text,
    email text,
    expires_at int8 not null,
    opened_at int8,
    used_at int8,
    declined_at int8,
    cancelled_at int8
  )`,
  'create index links_company on links (company_id)',
  `create table attempts (
    id text primary key,
    company_id text not null references companies,
    ticket_hash text not null unique,
    link_id text references links,
    mode text not null check (mode in ('window', 'redirect')),
    return_url text,
    origin text not null,
    user_id text not null,
    user_name text,
    state text not null
      check (state in ('created', 'shown', 'at-anaf', 'verifying', 'succeeded', 'failed', 'lapsed')),
    created_at int8 not null,
    expires_at int8 not null,
    ended_at int8,
    ${failureColumns}
  )`,
  'create index attempts_company on attempts (company_id)',
  'create index attempts_due on attempts (expires_at) where ended_at is null',
  'create index attempts_age on attempts (ended_at) where ended_at is not null',
  `create table openings (
    id text primary key,
    attempt_id text not null references attempts,
    state_hash text not null unique,
    cookie_hash text not null,
    browser_hash text not null,
    started_at_ms int8 not null,
    returned_at int8,
    answered_after_ms int8,
    outcome text check (outcome in ('succeeded', 'failed', 'kept', 'too-late')),
    ${failureColumns}
  )`,
  'create index openings_attempt on openings (attempt_id)',
  'create index openings_browser on openings (browser_hash, started_at_ms)',
  `create table candidates (
    grant_id text primary key references grants on delete cascade,
    company_id text not null references companies,
    tax_id text not null,
    attempt_id text not null references attempts,
    opening_id text not null references openings,
    created_at int8 not null,
    keep_until int8 not null,
    tries int4 not null,
    next_action_at int8 not null
  )`,
  'create index candidates_due on candidates (next_action_at)',
  'create index candidates_company on candidates (company_id)',
  'create index candidates_attempt on candidates (attempt_id)',
  `create table uploads (
    company_id text not null references companies,
    upload_id text not null,
    tax_id text not null,
    uploaded_at int8 not null,
    primary key (company_id, upload_id)
  )`,
  'create index uploads_age on uploads (uploaded_at)',
  `create table history (
    id int8 generated always as identity primary key,
    company_id text not null references companies,
    at int8 not null,
    event text not null,
    actor text not null,
    detail jsonb not null
  )`,
  'create index history_company on history (company_id, id)',
];
