import { access, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { dataDir as prepopulatedFolder } from '@electric-sql/pglite-prepopulatedfs';
import { PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { DataFolderInUseError, lockDataFolder } from './data-folder-lock.ts';
import { Database } from './database.ts';

/**
 * Where the data is stored. `dataFolder`: an embedded database in a folder, for one process. `url`: a PostgreSQL
 * server. `memory`: an embedded database that ends with the process, for tests.
 */
export type DatabaseOptions = { readonly dataFolder: string } | { readonly url: string } | { readonly memory: true };

/** The database cannot be opened. The message names it, the reason and what to check, and contains no password. */
export class DatabaseOpenError extends Error {
  override readonly name = 'DatabaseOpenError';
}

/**
 * Opens the database and runs its migrations. `onConnectionLost` receives errors of idle PostgreSQL connections; the
 * next query opens a new one.
 */
export async function openDatabase(
  options: DatabaseOptions,
  onConnectionLost: (error: Error) => void,
): Promise<Database> {
  if ('url' in options) return openServer(options.url, onConnectionLost);
  if ('memory' in options) return openInMemory();
  return openFolder(options.dataFolder);
}

/** Instants and ids are far below 2^53, so `int8` is read as a number from both databases. */
const int8 = 20;
const asNumber = (text: string) => Number(text);
const parsers = { [int8]: asNumber };

async function openServer(url: string, onConnectionLost: (error: Error) => void): Promise<Database> {
  try {
    const types = new pg.TypeOverrides();
    types.setTypeParser(int8, asNumber);
    const pool = new pg.Pool({ connectionString: url, types, connectionTimeoutMillis: 10_000 });
    pool.on('error', onConnectionLost);
    const dialect = new PostgresDialect({ pool });
    return await Database.open({ dialect, migrated: async () => {}, release: async () => {} });
  } catch (cause) {
    throw new DatabaseOpenError(
      `The PostgreSQL database "${withoutPassword(url)}" cannot be opened: ${reasonOf(cause)}. ` +
        'Check that the server runs and that DATABASE_URL (option "database.url") names it, the database, a user and the right password.',
      { cause },
    );
  }
}

async function openInMemory(): Promise<Database> {
  const pglite = await PGlite.create({ parsers, loadDataDir: await prepopulatedFolder() });
  return Database.open({ dialect: new PGliteDialect({ pglite }), migrated: async () => {}, release: async () => {} });
}

async function openFolder(folder: string): Promise<Database> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unlock = await lockDataFolder(folder);
    return await openLocked(folder, unlock).catch(async (error: unknown) => {
      await unlock();
      throw error;
    });
  } catch (cause) {
    if (cause instanceof DataFolderInUseError) throw cause;
    throw new DatabaseOpenError(
      `The data folder "${resolve(folder)}" cannot be opened: ${reasonOf(cause)}. Nothing in it was deleted. ` +
        'Check that it is a folder that this user may write to, restore it from a backup, or choose another one with ' +
        'DATA_FOLDER (option "database.dataFolder").',
      { cause },
    );
  }
}

/**
 * The file `starting` exists while the database of a first start is being created. If it still exists at the next start,
 * the first start was interrupted, and its incomplete database is deleted. A database with data is never deleted.
 */
async function openLocked(folder: string, unlock: () => Promise<void>): Promise<Database> {
  const cluster = join(folder, 'postgres');
  const starting = join(folder, 'starting');
  const isUnfinished = await exists(starting);
  const isNew = isUnfinished || !(await exists(cluster));
  if (isNew) {
    await writeFile(starting, 'The database in "postgres" is being created and holds no data yet.\n');
    await flush(folder);
    await rm(cluster, { recursive: true, force: true });
  }
  const pglite = await PGlite.create(cluster, { parsers, ...(isNew && { loadDataDir: await prepopulatedFolder() }) });
  return Database.open({
    dialect: new PGliteDialect({ pglite }),
    migrated: async () => {
      if (!isNew) return;
      await rm(starting);
      // Flush the deletion before the first write. Otherwise a power failure could restore the file beside data.
      await flush(folder);
    },
    release: unlock,
  });
}

/** Makes created and deleted files of a folder survive a power failure. Windows cannot flush a folder. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'postgres://…';
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username && `${username}@`}${host}${pathname}`;
}

/**
 * The reason of an error. When several addresses of a host refuse, Node reports one error without a message of its own.
 */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
