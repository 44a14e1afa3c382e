import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Columns for the proof that the attempt's own page sent the browser. See `authorizing/openings.ts`. */
export const consentMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw('alter table attempts add column proof_hash text, add column proof_until int8').execute(db);
  },
};
