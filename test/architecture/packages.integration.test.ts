import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'node:test';

const packages = ['widget', 'backend', 'mock-anaf'];

/** Runs a command of the workspace and gives its output; a bad end is an error that shows it. */
function run(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

describe('the packages as they would be published', () => {
  before(() => {
    run('tsc', '-b');
    run('npm', 'run', 'build', '--silent', '-w', 'widget');
  });

  for (const name of packages) {
    it(`${name}: publint finds nothing`, () => {
      assert.match(run('publint', name, '--strict'), /All good!/);
    });

    it(`${name}: every type resolves for ESM users`, () => {
      run('attw', '--pack', name, '--profile', 'esm-only', '--exclude-entrypoints', 'internal/*');
    });
  }
});
