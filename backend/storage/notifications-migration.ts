import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** People of a company, and what is sent to them. */
export const notificationsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table company_users (
    company_id text not null references companies on delete cascade,
    user_id text not null,
    name text,
    email text not null,
    language text not null check (language in ('ro', 'en')),
    primary key (company_id, user_id)
  )`,
  `create table contacts (
    company_id text not null references companies on delete cascade,
    email text not null,
    language text not null check (language in ('ro', 'en')),
    primary key (company_id, email)
  )`,
  `create table outbox (
    id text primary key,
    company_id text not null references companies on delete cascade,
    kind text not null,
    recipient text,
    language text check (language in ('ro', 'en')),
    detail jsonb not null,
    once_key text unique,
    created_at int8 not null,
    tries int4 not null default 0,
    next_action_at int8,
    outcome text check (outcome in ('sent', 'addressed', 'skipped', 'refused', 'parked')),
    ended_at int8,
    check ((next_action_at is null) = (ended_at is not null)),
    check ((outcome is null) = (ended_at is null))
  )`,
  'create index outbox_due on outbox (next_action_at) where next_action_at is not null',
  'create index outbox_age on outbox (ended_at) where ended_at is not null',
  'create index outbox_company on outbox (company_id, created_at)',
  'create index outbox_recipient on outbox (lower(recipient), created_at) where recipient is not null',
  `create table suppressions (
    address_hash text primary key,
    since int8 not null
  )`,
  `create table unsubscribe_tokens (
    token_hash text primary key,
    address_hash text not null,
    created_at int8 not null
  )`,
  'create index unsubscribe_tokens_age on unsubscribe_tokens (created_at)',
];
