import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process uses the folder. PGlite would let both write, and lose what they wrote. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  constructor(folder: string) {
    super(
      `The data folder "${folder}" is used by another process. Stop that one, name another folder in DATA_FOLDER ` +
        '(option "database.dataFolder"), or use a PostgreSQL server with DATABASE_URL (option "database.url"), which ' +
        'several processes may share.',
    );
  }
}

/** SQLite's "somebody else has the lock". */
const busy = 5;

/**
 * Takes the folder, which must be there, for this process: with the operating system's lock on the file `lock.db` in it, by
 * way of SQLite, which has it on every system. Of any number that ask at the same moment one gets it, and the system gives it
 * back even after `kill -9`. The file stays, empty. The embedded database takes its own; a host that keeps files beside it
 * may take the folder above.
 *
 * @returns how to give it back; doing so twice is harmless
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
