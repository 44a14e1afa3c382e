import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hashOf } from '../vault/secret.ts';

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

/**
 * Takes the folder, which must be there, for this process by listening on a socket in it, which the system closes even after
 * `kill -9`. The embedded database takes its own; a host that keeps files beside it may take the folder above.
 *
 * @returns how to give it back; doing so twice is harmless
 * @throws DataFolderInUseError if another process holds it
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const path = resolve(folder);
  return process.platform === 'win32' ? lockByPipe(path) : lockBySocket(path);
}

async function lockByPipe(folder: string): Promise<() => Promise<void>> {
  const server = await listen(`\\\\.\\pipe\\spv-authorize-${hashOf(folder.toLowerCase())}`);
  if (!server) throw new DataFolderInUseError(folder);
  return once(() => close(server));
}

/**
 * The socket gets its name only once it listens, so that a name in the folder never means "about to be one". Where two
 * processes rename at the same time the last one wins, and the wait lets the other see that.
 */
async function lockBySocket(folder: string): Promise<() => Promise<void>> {
  const handle = await open(folder);
  // A socket's address holds about 100 bytes, a folder's path may be longer; Linux has a short name for an open folder.
  const short = process.platform === 'linux' ? `/proc/self/fd/${handle.fd}` : folder;
  const server = (await answers(`${short}/lock`)) ? undefined : await listen(`${short}/lock-${randomUUID()}`);
  const release = async () => {
    if (server) await close(server);
    await handle.close();
  };
  if (server && (await holdsName(folder, String(server.address())))) {
    return once(async () => {
      await rm(join(folder, 'lock'), { force: true });
      await release();
    });
  }
  await release();
  throw new DataFolderInUseError(folder);
}

async function holdsName(folder: string, address: string): Promise<boolean> {
  const { ino } = await stat(address);
  await rename(address, join(folder, 'lock'));
  await wait(50);
  const holder = await stat(join(folder, 'lock'));
  return holder.ino === ino;
}

function once(release: () => Promise<void>): () => Promise<void> {
  let released: Promise<void> | undefined;
  return () => {
    released ??= release();
    return released;
  };
}

/** Undefined when the address is taken. */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(undefined);
      else fail(error);
    });
    server.listen(address, () => done(server));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
  });
}
