import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { dataDir as prepopulatedFolder } from '@electric-sql/pglite-prepopulatedfs';
import { PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockDataFolder } from './data-folder-lock.ts';
import { Database } from './database.ts';

/** `dataFolder`: embedded, one process. `url`: a PostgreSQL server. `memory`: embedded and gone at the end, for tests. */
export type DatabaseOptions = { readonly dataFolder: string } | { readonly url: string } | { readonly memory: true };

/** `onConnectionLost` hears of idle PostgreSQL connections that broke; the next query opens a new one. */
export async function openDatabase(
  options: DatabaseOptions,
  onConnectionLost: (error: Error) => void,
): Promise<Database> {
  if ('url' in options) return openServer(options.url, onConnectionLost);
  if ('memory' in options) return openInMemory();
  return openFolder(options.dataFolder);
}

/** `int8` holds instants and ids far below 2^53: a number on both databases. */
const int8 = 20;
const asNumber = (text: string) => Number(text);
const parsers = { [int8]: asNumber };

async function openServer(url: string, onConnectionLost: (error: Error) => void): Promise<Database> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(int8, asNumber);
  const pool = new pg.Pool({ connectionString: url, types, connectionTimeoutMillis: 10_000 });
  pool.on('error', onConnectionLost);
  return Database.open({ dialect: new PostgresDialect({ pool }), migrated: async () => {}, release: async () => {} });
}

async function openInMemory(): Promise<Database> {
  const pglite = await PGlite.create({ parsers, loadDataDir: await prepopulatedFolder() });
  return Database.open({ dialect: new PGliteDialect({ pglite }), migrated: async () => {}, release: async () => {} });
}

async function openFolder(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockDataFolder(folder);
  try {
    const cluster = join(folder, 'postgres');
    const complete = join(folder, 'complete');
    const isNew = !(await exists(complete));
    // Whatever a first start left behind when it was ended early holds no data yet, and may be half a cluster.
    if (isNew) await rm(cluster, { recursive: true, force: true });
    const pglite = await PGlite.create(cluster, { parsers, ...(isNew && { loadDataDir: await prepopulatedFolder() }) });
    return await Database.open({
      dialect: new PGliteDialect({ pglite }),
      migrated: () => writeFile(complete, 'The database in "postgres" is complete. Do not delete this file.\n'),
      release: unlock,
    });
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
