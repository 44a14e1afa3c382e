import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { replaceFile } from './replace-file.ts';
import { StateFileError } from './state-file.ts';

/** Lock files that this process holds. Any other lock file with this process id was left by an earlier process with the same id. */
const held = new Set<string>();

/**
 * Locks a data file for this process, so that no second mock overwrites it. The lock is a file next to it that contains the process
 * id. The lock of a process that no longer runs is taken over.
 *
 * @returns a function that releases the lock; it may be called more than once
 * @throws StateFileError if another mock holds it
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${resolve(file)}.lock`;
  const temporary = `${lock}.${randomBytes(4).toString('hex')}`;
  await unlessCode('', file, () => mkdir(dirname(lock), { recursive: true }));
  // Write the file under a temporary name and link it afterwards, so that a lock file is never empty.
  await unlessCode('', file, () => writeFile(temporary, String(process.pid)));
  try {
    if (!(await linkAs(file, temporary, lock)) && !(await takeOver(file, temporary, lock)))
      throw inUse(file, lock, await holderOf(lock));
    held.add(lock);
  } finally {
    await rm(temporary, { force: true });
  }
  return async () => {
    if (held.delete(lock)) await rm(lock, { force: true });
  };
}

/** Links the temporary file to the name `lock`; `false` if that file already exists. */
function linkAs(file: string, temporary: string, lock: string): Promise<boolean> {
  return unlessCode('EEXIST', file, () => link(temporary, lock));
}

/** Replaces the lock of a process that no longer runs. A second lock file lets only one process at a time try this. */
async function takeOver(file: string, temporary: string, lock: string): Promise<boolean> {
  const takeoverLock = `${lock}.takeover`;
  if (!(await linkAs(file, temporary, takeoverLock))) return false;
  try {
    // The lock may have been released in the meantime. A stale lock stays until it is replaced here.
    if (await linkAs(file, temporary, lock)) return true;
    const holder = await holderOf(lock);
    if (holder !== undefined && isRunning(holder, lock)) return false;
    return await unlessCode('', file, () => replaceFile(temporary, lock));
  } finally {
    await rm(takeoverLock, { force: true });
  }
}

/** The process id in a lock file; `undefined` if the file does not exist or contains no valid id. */
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
    // EPERM: the process exists, but belongs to another user.
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
