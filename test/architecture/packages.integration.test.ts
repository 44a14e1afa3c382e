import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { fetchConsole } from '../mock-anaf/support/console-modules.ts';

const packages = ['widget', 'backend', 'mock-anaf'];

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
});

/** Starts the command from the archive of `npm pack`, in a folder where it finds its dependencies but none of the sources. */
async function startPackedMock() {
  // Below the package's own folder, so that it finds the same versions of its dependencies as the sources do.
  const folder = resolve('mock-anaf/.cache/packed/node_modules/mock-anaf');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(run('npm', 'pack', '--json', '-w', 'mock-anaf', '--pack-destination', folder));
  run('tar', '-xzf', join(folder, packed.filename), '-C', folder, '--strip-components=1');
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
