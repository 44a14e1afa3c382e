import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { fetchConsole } from '../mock-anaf/support/console-modules.ts';

const packages = ['widget', 'backend', 'mock-anaf', 'conformance'];

/** Runs a command of the workspace and returns its output. Throws an error with the output if the command fails. */
function run(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

describe('the packed packages', () => {
  before(() => {
    run('tsc', '-b');
    run('npm', 'run', 'build', '--silent', '-w', 'widget', '-w', 'mock-anaf');
  });

  for (const name of packages) {
    it(`publint finds no problem in the package ${name}`, () => {
      assert.match(run('publint', name, '--strict'), /All good!/);
    });

    it(`every type of the package ${name} resolves for ESM users`, () => {
      run('attw', '--pack', name, '--profile', 'esm-only', '--exclude-entrypoints', 'internal/*');
    });
  }

  it('the packed mock-anaf serves its console as one file that imports nothing', async () => {
    await using mock = await startPackedMock();

    const modules = await fetchConsole(mock.adminUrl);

    assert.deepEqual(modules, [
      {
        address: `${mock.adminUrl}/console/modules/app/main.js`,
        status: 200,
        type: 'text/javascript; charset=utf-8',
      },
    ]);
  });

  it('the packed backend prints its help and its version, and serves from environment variables until SIGTERM', async () => {
    const folder = resolve('backend/.cache/packed/node_modules');
    unpack('widget', join(folder, 'spv-authorize'));
    unpack('backend', join(folder, 'spv-authorize-backend'));
    const command = join(folder, 'spv-authorize-backend/dist/main.js');

    // Without the condition for sources, as everywhere outside of this repository.
    const help = execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8', env: {} });
    const version = execFileSync(process.execPath, [command, '--version'], { encoding: 'utf8', env: {} });
    await using backend = await startPackedBackend(command);
    const document = await (await fetch(`${backend.url}/openapi.json`)).json();
    const exitCode = await backend.stop();

    assert.match(help, /PUBLIC_URL\n/);
    assert.match(version, /^\d+\.\d+\.\d+\n$/);
    assert.match(document.openapi, /^3\.1/);
    assert.equal(exitCode, 0);
  });

  it('the packed conformance kit prints its help and its version, and starts the packed mock-anaf', () => {
    // Below mock-anaf, so that it finds the same versions of its dependencies as the sources do.
    const folder = resolve('mock-anaf/.cache/packed-kit/node_modules');
    unpack('widget', join(folder, 'spv-authorize'));
    unpack('mock-anaf', join(folder, 'mock-anaf'));
    unpack('conformance', join(folder, 'spv-authorize-conformance'));
    const kit = (...args: string[]) => {
      const command = [join(folder, 'spv-authorize-conformance/dist/main.js'), ...args];
      return spawnSync(process.execPath, command, { encoding: 'utf8', env: {} });
    };

    const silent = kit('--base-url', 'http://127.0.0.1:9', '--host-key', 'k', '--free-ports', '--wait', '0');

    assert.match(kit('--help').stdout, /--session-command/);
    assert.match(kit('--version').stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match(silent.stdout, /ANAF_LOGIN_URL=http:\/\/127\.0\.0\.1:\d+/);
    assert.equal(silent.status, 4, silent.stderr);
  });
});

/** Starts the command from the archive of `npm pack`, in a folder where it finds its dependencies but none of the sources. */
async function startPackedMock() {
  // Below the package's own folder, so that it finds the same versions of its dependencies as the sources do.
  const folder = resolve('mock-anaf/.cache/packed/node_modules/mock-anaf');
  unpack('mock-anaf', folder);
  const child = spawn(process.execPath, [join(folder, 'dist/main.js'), '--free-ports', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([exitCode]) => {
    throw new Error(`the packed mock-anaf ended with exit code ${exitCode} before it was ready`);
  });
  const [line] = await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), ended]);
  const stop = async () => {
    const closed = once(child, 'close');
    // From now on the end of the process is expected.
    ended.catch(() => {});
    child.kill('SIGTERM');
    await closed;
  };
  return { adminUrl: String(JSON.parse(line).adminUrl), [Symbol.asyncDispose]: stop };
}

/** Packs a package as npm publishes it, and unpacks the archive into a folder. */
function unpack(workspace: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(run('npm', 'pack', '--json', '-w', workspace, '--pack-destination', folder));
  run('tar', '-xzf', join(folder, packed.filename), '-C', folder, '--strip-components=1');
}

/** Starts the backend on a free port with the variables that it needs. */
async function startPackedBackend(command: string) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'spv-packed-'));
  const child = spawn(process.execPath, [command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...backendVariables, DATA_FOLDER: dataFolder },
  });
  const exited = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const line = said.split('\n').find((one) => one.includes('"ready"') && one.endsWith('}'));
      if (line) resolve(JSON.parse(line).port);
    });
    child.once('exit', () => reject(new Error(`the packed backend ended before it was ready: ${said}`)));
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    const [exitCode] = await exited;
    rmSync(dataFolder, { recursive: true, force: true });
    return exitCode;
  };
  return { url: `http://127.0.0.1:${port}`, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
}

const backendVariables = {
  PUBLIC_URL: 'http://localhost:4001',
  ANAF_ENVIRONMENT: 'test',
  ANAF_CLIENT_ID: 'client',
  ANAF_CLIENT_SECRET: 'secret',
  APPLICATION_NAME: 'FacturaApp',
  SESSION_KEYS: `s1:${'s'.repeat(32)}`,
  ENCRYPTION_KEYS: `e1:${Buffer.alloc(32, 1).toString('base64')}`,
  PORT: '0',
};
