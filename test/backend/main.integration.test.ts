import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { variables } from 'spv-authorize-backend/internal/configuration/variables.ts';
import { encryptionKey, sessionSecret } from './support/keys.ts';
import { serve } from './support/serve.ts';

type Backend = ChildProcessByStdio<null, Readable, Readable>;

describe('npm start of the backend', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spv-main-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('the command reports every problem of the environment at once, masks secrets and exits with 1', async () => {
    const backend = start({ PUBLIC_URL: 'http://app.example', SESSION_KEYS: 's1:too-short-to-be-shown', PORT: 'x' });

    const [said, [exitCode]] = await Promise.all([text(backend.stderr), once(backend, 'exit')]);

    assert.equal(exitCode, 1);
    assert.match(said, /^The configuration has 8 problems:/);
    assert.match(said, /PUBLIC_URL = http:\/\/app\.example\n.*must be https, or http on localhost.*Example: https:/);
    assert.match(said, /SESSION_KEYS = \[secret\]/);
    assert.match(said, /PORT = x/);
    assert.ok(!said.includes('too-short-to-be-shown'));
  });

  it('the command names every missing variable, and where they are explained', async () => {
    const backend = start({});

    const [said, [exitCode]] = await Promise.all([text(backend.stderr), once(backend, 'exit')]);

    assert.equal(exitCode, 1);
    for (const { names, fallback } of variables)
      for (const name of names) assert.equal(said.includes(`${name} = (not set)`), fallback === 'required', name);
    assert.match(said, /--help$/m);
  });

  it('--help explains every variable, and --version prints the version of the package', async () => {
    const [helped, versioned] = [start({}, '--help'), start({}, '--version')];

    const [help, version] = await Promise.all([text(helped.stdout), text(versioned.stdout)]);

    for (const { names } of variables) assert.ok(help.includes(`  ${names.join(', ')}\n`), String(names));
    assert.doesNotMatch(help, /`|undefined/);
    assert.equal(version.trim(), JSON.parse(readFileSync('backend/package.json', 'utf8')).version);
  });

  it('an unknown argument is named, and ends the command with 2', async () => {
    const backend = start(environment({}), '--port');

    const [said, [exitCode]] = await Promise.all([text(backend.stderr), once(backend, 'exit')]);

    assert.equal(exitCode, 2);
    assert.match(said, /^spv-authorize-backend: "--port" is not an argument.*\n.*--help/);
  });

  it('the command serves until SIGTERM and exits with 0', async () => {
    const backend = start(environment({ DATA_FOLDER: join(folder, 'serves') }));
    const port = await readyPort(backend);

    const health = await fetch(`http://127.0.0.1:${port}/spv/readyz`);
    const stripped = await fetch(`http://127.0.0.1:${port}/readyz`);
    const unknown = await fetch(`http://127.0.0.1:${port}/nothing`);
    backend.kill('SIGTERM');
    const [exitCode] = await once(backend, 'exit');

    assert.deepEqual([health.status, stripped.status, unknown.status], [200, 200, 404]);
    assert.equal(unknown.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    assert.equal(exitCode, 0);
  });

  it('the command names a port that is in use and the variable to change it', async () => {
    const { port, stop } = await serve(() => {});
    after(stop);
    const backend = start(environment({ DATA_FOLDER: join(folder, 'busy'), PORT: String(port) }));

    const [said, [exitCode]] = await Promise.all([text(backend.stderr), once(backend, 'exit')]);

    assert.equal(exitCode, 1);
    assert.match(said, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is used by another program\\..*PORT`));
  });

  it('the command names a data folder that is a file', async () => {
    const DATA_FOLDER = join(folder, 'file');
    writeFileSync(DATA_FOLDER, '');
    const backend = start(environment({ DATA_FOLDER }));

    const [said, [exitCode]] = await Promise.all([text(backend.stderr), once(backend, 'exit')]);

    assert.equal(exitCode, 1);
    assert.match(said, new RegExp(`^The data folder "${DATA_FOLDER}" cannot be opened: .*DATA_FOLDER`));
    assert.doesNotMatch(said, /^\s+at /m);
  });

  it('the command names an unreachable database server without its password', async () => {
    const backend = start(environment({ DATABASE_URL: 'postgres://spv:hidden@127.0.0.1:1/spv' }));

    const [said, [exitCode]] = await Promise.all([text(backend.stderr), once(backend, 'exit')]);

    assert.equal(exitCode, 1);
    assert.match(
      said,
      /^The PostgreSQL database "postgres:\/\/spv@127\.0\.0\.1:1\/spv" cannot be opened: .*DATABASE_URL/,
    );
    assert.ok(!said.includes('hidden'));
    assert.doesNotMatch(said, /^\s+at /m);
  });

  it('the command names a data folder that another process uses and the variable to change it', async () => {
    const DATA_FOLDER = join(folder, 'shared');
    const first = start(environment({ DATA_FOLDER }));
    await readyPort(first);
    const second = start(environment({ DATA_FOLDER }));

    const [said, [exitCode]] = await Promise.all([text(second.stderr), once(second, 'exit')]);
    first.kill('SIGTERM');
    await once(first, 'exit');

    assert.equal(exitCode, 1);
    assert.match(said, new RegExp(`^The data folder "${DATA_FOLDER}" is used by another process\\..*DATA_FOLDER`));
  });
});

function environment(overrides: Record<string, string>): Record<string, string> {
  return {
    PUBLIC_URL: 'https://app.example/spv',
    ANAF_ENVIRONMENT: 'test',
    ANAF_CLIENT_ID: 'client',
    ANAF_CLIENT_SECRET: 'secret',
    APPLICATION_NAME: 'FacturaApp',
    SESSION_KEYS: `s1:${sessionSecret}`,
    ENCRYPTION_KEYS: `e1:${encryptionKey}`,
    PORT: '0',
    ...overrides,
  };
}

function start(variables: Record<string, string>, ...args: string[]): Backend {
  const cwd = join(import.meta.dirname, '../../backend');
  const backend = spawn(process.execPath, ['--conditions=spv-source', 'main.ts', ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  after(() => backend.kill('SIGKILL'));
  return backend;
}

/** Keeps reading while the backend writes, since a closed pipe would be an error of its own. */
function readyPort(backend: Backend): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    backend.stdout.on('data', (chunk) => {
      said += String(chunk);
      const line = said.split('\n').find((entry) => entry.includes('"ready"') && entry.endsWith('}'));
      if (line) resolve(Number(JSON.parse(line).port));
    });
    backend.once('exit', (code) => reject(new Error(`the backend ended with ${code} before it was ready: ${said}`)));
  });
}
