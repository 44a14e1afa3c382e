import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A receipt may have several addresses, as a link has: the one that was shown, and one for each e-mail. */
export const receiptAddressesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements: readonly string[] = [
  `create table receipt_secrets (
    secret_hash text primary key,
    opening_id text not null references receipts on delete cascade,
    created_at int8 not null
  )`,
  'insert into receipt_secrets select secret_hash, opening_id, created_at from receipts',
  'alter table receipts drop column secret_hash',
  'create index receipt_secrets_receipt on receipt_secrets (opening_id)',
];
