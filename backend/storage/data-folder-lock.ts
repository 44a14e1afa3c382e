import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process uses the folder. PGlite itself would let both processes write and corrupt the data. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  constructor(folder: string) {
    super(
      `The data folder "${folder}" is used by another process. Stop it, choose another folder with DATA_FOLDER ` +
        '(option "database.dataFolder"), or use a PostgreSQL server with DATABASE_URL (option "database.url"), which ' +
        'several processes may share.',
    );
  }
}

/** SQLite's error code for a file that another process has locked. */
const busy = 5;

/**
 * Locks an existing folder for this process, with the operating system's lock on the file `lock.db` in it. Node has no
 * file locks, so SQLite takes the lock. Only one of several processes gets it, and the system releases it even after
 * `kill -9`. The empty file stays.
 *
 * The embedded database locks its own folder. A host that stores other files beside it can lock the parent folder.
 *
 * @returns a function that releases the lock; calling it again has no effect
 * @throws DataFolderInUseError if another process holds it
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(await realpath(folder), 'lock.db');
  const file = new DatabaseSync(path);
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    const isTaken = error instanceof Error && 'errcode' in error && error.errcode === busy;
    throw isTaken ? new DataFolderInUseError(resolve(folder)) : error;
  }
  return async () => {
    if (file.isOpen) file.close();
  };
}
