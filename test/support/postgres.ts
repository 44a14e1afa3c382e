import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import type { SharedService } from './shared-service.ts';

/** A PostgreSQL server for tests. */
export interface Postgres {
  readonly port: number;
  /** Address of a new database that has the backend's tables and no rows. */
  createDatabase(): Promise<string>;
  /** Address of a new database without any tables. */
  createEmptyDatabase(): Promise<string>;
  /** Stops the server and removes its folder. Does nothing for a server that the whole run shares. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** Port of the server that `test/run.ts` starts once for all files of a run. */
const portVariable = 'SPV_TEST_POSTGRES_PORT';
/** Copying this migrated database takes a tenth of the time of migrating an empty one. */
const template = 'spv_template';

/** The server that the whole run shares; a test file that runs alone gets a server of its own. */
export async function startPostgres(): Promise<Postgres> {
  const shared = process.env[portVariable];
  if (shared === undefined) return startOwnPostgres();
  return postgresAt(Number(shared), postgresPrograms(), async () => {});
}

/** Starts a server for all files of a suite. */
export async function sharedPostgres(): Promise<SharedService> {
  const { port, stop } = await startOwnPostgres();
  return { env: { [portVariable]: String(port) }, stop };
}

/**
 * A new PostgreSQL server in a temporary folder, on a free loopback port. Root runs it as the user `postgres`, since PostgreSQL
 * refuses to run as root.
 */
async function startOwnPostgres(): Promise<Postgres> {
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
    ...['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'timezone=UTC'],
  ]);
  const server = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await untilReady(server, join(programs, 'pg_isready'), port);
  const postgres = postgresAt(port, programs, async () => {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  await makeTemplate(port, programs);
  return postgres;
}

function postgresAt(port: number, programs: string, stop: () => Promise<void>): Postgres {
  const create = async (...options: string[]): Promise<string> => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await createDatabase(port, programs, [...options, name]);
    return addressOf(port, name);
  };
  return {
    port,
    createDatabase: () => create('--template', template),
    createEmptyDatabase: () => create(),
    stop,
  };
}

async function makeTemplate(port: number, programs: string): Promise<void> {
  await createDatabase(port, programs, [template]);
  const database = await openDatabase({ url: addressOf(port, template) }, () => {});
  // PostgreSQL copies a template only while nobody is connected to it.
  await database.close();
}

async function createDatabase(port: number, programs: string, args: readonly string[]): Promise<void> {
  await run(join(programs, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'test', ...args]);
}

function addressOf(port: number, name: string): string {
  return `postgres://test@127.0.0.1:${port}/${name}`;
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

/** Waits as long as the server needs to start. Fails when the server ends. */
async function untilReady(server: ChildProcess, program: string, port: number): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const isReady = await run(program, ['-h', '127.0.0.1', '-p', String(port)]).then(
      () => true,
      () => false,
    );
    if (isReady) return;
    await wait(50);
  }
  throw new Error(`PostgreSQL ended with ${server.exitCode ?? server.signalCode} before it was ready on port ${port}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system assigned no port'));
      });
    });
  });
}
