import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { replaceFile } from './replace-file.ts';
import { StateFileError } from './state-file.ts';

/** What this process holds: a process number that is its own is of an earlier process unless it stands here. */
const held = new Set<string>();

/**
 * Takes a data file for this process, so that no second mock writes over what the first one knows. The lock is a file beside
 * it that names the process; that of a process which is gone is taken over.
 *
 * @returns how to give it back; doing so twice is harmless
 * @throws StateFileError if another mock holds it
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${resolve(file)}.lock`;
  const own = `${lock}.${randomBytes(4).toString('hex')}`;
  await unlessCode('', file, () => mkdir(dirname(lock), { recursive: true }));
  // Written first and named afterwards: a lock under its name always says whose it is.
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

/** `false` if there is a file of this name already. */
function name(file: string, own: string, lock: string): Promise<boolean> {
  return unlessCode('EEXIST', file, () => link(own, lock));
}

/** Puts the own lock in the place of one whose process is gone. One at a time may: who holds a name of its own for it. */
async function takeOver(file: string, own: string, lock: string): Promise<boolean> {
  const turn = `${lock}.takeover`;
  if (!(await name(file, own, turn))) return false;
  try {
    // It may have been given back meanwhile; one that is stale stays as it is until it is replaced here.
    if (await name(file, own, lock)) return true;
    const holder = await holderOf(lock);
    if (holder !== undefined && isRunning(holder, lock)) return false;
    return await unlessCode('', file, () => replaceFile(own, lock));
  } finally {
    await rm(turn, { force: true });
  }
}

/** The process that a lock names; `undefined` if it is not there or names none. */
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
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(file: string, lock: string, holder: number | undefined): StateFileError {
  const who = holder === undefined ? 'another mock' : `another mock (process ${holder})`;
  return new StateFileError(
    `the data file "${file}" is used by ${who}: stop that one or name another file with --data; if it is none, delete "${lock}"`,
  );
}

/** `false` if the work failed with this code of the system; any other failure is one of the data file. */
async function unlessCode(code: string, file: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw new StateFileError(`the data file "${file}" cannot be locked: ${(error as Error).message}`, { cause: error });
  }
}
