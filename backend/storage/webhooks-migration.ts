import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the host's server is told. */
export const webhooksMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table webhook_sequences (
    company_id text primary key references companies on delete cascade,
    last int8 not null
  )`,
  `create table webhook_events (
    id text primary key,
    company_id text not null references companies on delete cascade,
    sequence int8 not null,
    type text not null,
    at int8 not null,
    data jsonb not null,
    tries int4 not null default 0,
    next_action_at int8,
    outcome text check (outcome in ('delivered', 'skipped', 'parked')),
    ended_at int8,
    unique (company_id, sequence),
    check ((next_action_at is null) = (ended_at is not null)),
    check ((outcome is null) = (ended_at is null))
  )`,
  'create index webhook_events_due on webhook_events (next_action_at) where next_action_at is not null',
  'create index webhook_events_age on webhook_events (ended_at) where ended_at is not null',
];
