import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';

// biome-ignore format: one table after another reads better in one line
const tables = ['accounts', 'companies', 'grants', 'authorizations', 'candidates', 'attempts', 'openings', 'history', 'links', 'link_secrets', 'receipts', 'receipt_secrets', 'uploads', 'outbox', 'suppressions', 'unsubscribe_tokens', 'contacts', 'company_users', 'webhook_sequences', 'webhook_events'];

/** Every row of every table as text: equal snapshots mean that nothing was changed. */
export async function snapshot(database: Database): Promise<string> {
  const parts = [];
  for (const table of tables) {
    const { rows } = await sql`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(
      database.queries,
    );
    parts.push(`${table}: ${JSON.stringify(rows, null, 1)}`);
  }
  return parts.join('\n');
}

export async function countRows(database: Database, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    database.queries,
  );
  const [row] = rows;
  assert.ok(row);
  return Number(row.count);
}

/** The events in the history of a company, oldest first. */
export async function eventsOf(database: Database, companyId: string): Promise<string[]> {
  const rows = await database.queries
    .selectFrom('history')
    .select('event')
    .where('company_id', '=', companyId)
    .orderBy('id')
    .execute();
  return rows.map(({ event }) => event);
}

/** The grant of a company's authorization. */
export async function grantOf(database: Database, companyId: string) {
  return database.queries
    .selectFrom('grants')
    .innerJoin('authorizations', 'authorizations.grant_id', 'grants.id')
    .selectAll('grants')
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
}

/** Points the authorization of one company to the grant of another, and deletes its own grant. */
export async function shareGrant(database: Database, of: string, companyId: string): Promise<string> {
  const [shared, own] = [await grantOf(database, of), await grantOf(database, companyId)];
  await database.queries
    .updateTable('authorizations')
    .set({ grant_id: shared.id })
    .where('company_id', '=', companyId)
    .execute();
  await database.queries.deleteFrom('grants').where('id', '=', own.id).execute();
  return shared.id;
}
