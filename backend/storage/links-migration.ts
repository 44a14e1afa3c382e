import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Accounts of the host, links with several addresses, and receipts. */
export const linksMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table accounts (
    id text primary key,
    name text not null,
    created_at int8 not null,
    updated_at int8 not null
  )`,
  'alter table companies add column account_id text references accounts',
  'alter table links drop column secret_hash',
  'alter table links add column sent_at int8',
  `create table link_secrets (
    secret_hash text primary key,
    link_id text not null references links on delete cascade,
    created_at int8 not null
  )`,
  'create index link_secrets_link on link_secrets (link_id)',
  'alter table attempts drop constraint attempts_mode_check',
  `alter table attempts add constraint attempts_mode_check check (mode in ('window', 'redirect', 'link'))`,
  'create index attempts_link on attempts (link_id) where link_id is not null',
  `create table receipts (
    opening_id text primary key,
    secret_hash text not null unique,
    company_id text not null references companies,
    grant_id text not null,
    created_at int8 not null
  )`,
  'create index receipts_grant on receipts (grant_id)',
];
