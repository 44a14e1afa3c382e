import { sql } from 'kysely';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';

const tables = [
  ...['companies', 'grants', 'authorizations', 'candidates', 'attempts', 'openings', 'history', 'links'],
  'uploads',
];

/** All rows of all tables as text. Two equal snapshots mean that nothing changed. */
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
  return Number(rows[0]?.count);
}
