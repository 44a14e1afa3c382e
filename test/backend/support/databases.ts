import type { DatabaseOptions } from 'spv-authorize-backend';
import { type Postgres, startPostgres } from '../../support/postgres.ts';
import { atEndOfFile } from './at-end-of-file.ts';

export type DatabaseKind = 'PGlite' | 'PostgreSQL';

/** Both databases that the backend runs on. Tests loop over them to show that they behave the same. */
export const databaseKinds: readonly DatabaseKind[] = ['PGlite', 'PostgreSQL'];

let server: Promise<Postgres> | undefined;

/** A new database without rows. PostgreSQL copies it with its tables from a template, which is faster than a migration. */
export async function newDatabase(kind: DatabaseKind): Promise<DatabaseOptions> {
  return kind === 'PGlite' ? { memory: true } : { url: await (await postgres()).createDatabase() };
}

/** A new database without tables, for tests of the migrations. */
export async function emptyDatabase(kind: DatabaseKind): Promise<DatabaseOptions> {
  return kind === 'PGlite' ? { memory: true } : { url: await (await postgres()).createEmptyDatabase() };
}

/** One server for the file, if the suite does not provide one. */
function postgres(): Promise<Postgres> {
  server ??= startServer();
  return server;
}

async function startServer(): Promise<Postgres> {
  const started = await startPostgres();
  atEndOfFile(() => started.stop());
  return started;
}
