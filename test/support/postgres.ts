import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Postgres {
  /** Address of a new, empty database on the server. */
  createDatabase(): Promise<string>;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

/**
 * A PostgreSQL server of its own: Debian's programs, a temporary folder, a free loopback port. Root runs it as the user
 * `postgres`, since PostgreSQL refuses root.
 */
export async function startPostgres(): Promise<Postgres> {
  const programs = postgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'spv-postgres-'));
  const data = join(folder, 'data');
  if (isRoot()) execFileSync('chown', ['postgres:postgres', folder]);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const command = (program: string, args: readonly string[]) => asPostgres(join(programs, program), args);
  await run(...command('initdb', ['-D', data, '-U', 'test', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C']));
  const [program, args] = command('postgres', [
    ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
    ...['-c', 'fsync=off', '-c', 'max_connections=40', '-c', 'timezone=UTC'],
  ]);
  const server = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await untilReady(join(programs, 'pg_isready'), port);

  return {
    createDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`;
      await run(join(programs, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'test', name]);
      return `postgres://test@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresPrograms(): string {
  const found = installedPrograms();
  if (!found) {
    throw new Error(
      'PostgreSQL was not found. Install it (on Debian: apt-get install postgresql) and run the tests again.',
    );
  }
  return found;
}

/**
 * The folder of PostgreSQL's server programs, `undefined` if it is not installed. Debian keeps them off PATH, in a folder for each
 * version; the newest is used.
 */
export function installedPrograms(): string | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) => versionOf(a) - versionOf(b));
  const onPath = (process.env.PATH ?? '').split(':').map((path) => join(path, 'initdb'));
  const program = found.at(-1) ?? onPath.find((path) => existsSync(path));
  return program && dirname(program);
}

function versionOf(path: string): number {
  return Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0);
}

function asPostgres(program: string, args: readonly string[]): [string, string[]] {
  if (!isRoot()) return [program, [...args]];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]];
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function untilReady(program: string, port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isReady = await run(program, ['-h', '127.0.0.1', '-p', String(port)]).then(
      () => true,
      () => false,
    );
    if (isReady) return;
    await wait(100);
  }
  throw new Error(`PostgreSQL did not become ready on port ${port} within 10 seconds`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
}
