import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { replaceFile } from './replace-file.ts';
import { StateFileError } from './state-file.ts';

/** Locks that this process holds. A lock with this process's id that is not here was left by an earlier process with the same id. */
const held = new Set<string>();

/**
 * Locks a data file for this process, so that no second mock overwrites it. The lock is a file beside it that holds the process id.
 * The lock of a process that no longer runs is taken over.
 *
 * @returns releases the lock; calling it twice is harmless
 * @throws StateFileError if another mock holds it
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${resolve(file)}.lock`;
  const own = `${lock}.${randomBytes(4).toString('hex')}`;
  await unlessCode('', file, () => mkdir(dirname(lock), { recursive: true }));
  // Written under another name and linked afterwards, so that a lock file is never empty.
  await unlessCode('', file, () => writeFile(own, String(process.pid)));
  try {
    if (!(await name(file, own, lock)) && !(await takeOver(file, own, lock)))
      throw inUse(file, lock, await holderOf(lock));
    held.add(lock);
  } finally {
    await rm(own, { force: true });
  }
  return async () => {
    if (held.delete(lock)) await rm(lock, { force: true });
  };
}

/** Links `own` to the name `lock`; `false` if that exists already. */
function name(file: string, own: string, lock: string): Promise<boolean> {
  return unlessCode('EEXIST', file, () => link(own, lock));
}

/** Replaces the lock of a process that no longer runs. A second lock file lets only one process at a time try this. */
async function takeOver(file: string, own: string, lock: string): Promise<boolean> {
  const turn = `${lock}.takeover`;
  if (!(await name(file, own, turn))) return false;
  try {
    // The lock may have been released meanwhile. A stale one stays until it is replaced here.
    if (await name(file, own, lock)) return true;
    const holder = await holderOf(lock);
    if (holder !== undefined && isRunning(holder, lock)) return false;
    return await unlessCode('', file, () => replaceFile(own, lock));
  } finally {
    await rm(turn, { force: true });
  }
}

/** The process id in a lock; `undefined` if there is no lock or no valid id in it. */
async function holderOf(lock: string): Promise<number | undefined> {
  try {
    const holder = Number(await readFile(lock, 'utf8'));
    return Number.isInteger(holder) && holder > 0 ? holder : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(holder: number, lock: string): boolean {
  if (holder === process.pid) return held.has(lock);
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // EPERM: it runs under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(file: string, lock: string, holder: number | undefined): StateFileError {
  const who = holder === undefined ? 'another mock' : `another mock (process ${holder})`;
  return new StateFileError(
    `the data file "${file}" is used by ${who}: stop that one or name another file with --data; if no mock is running, delete "${lock}"`,
  );
}

/** Runs `work`; `false` if it failed with this system error code. @throws StateFileError for any other error */
async function unlessCode(code: string, file: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw new StateFileError(`the data file "${file}" cannot be locked: ${(error as Error).message}`, { cause: error });
  }
}
