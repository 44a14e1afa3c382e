import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { defaultLifetimes, defaultLimits, defaultSwitches, startMockAnaf } from 'mock-anaf';
import { parse } from 'yaml';
import { everyOption } from './every-option.ts';

const recipes = 'mock-anaf/recipes';
const mono = resolve('test/mock-anaf/clients/mono.sh');
const xunit = resolve('test/mock-anaf/recipes/xunit-stand-in.cs');

/** Replacements for programs of the recipes that have another name on this machine, or do not exist. */
const programs = {
  // Runs the sources of this repository instead of the package from the registry.
  npx: `while [[ $1 != mock-anaf* ]]; do shift; done
shift
[[ $1 == exec ]] || set -- --free-ports "$@"
exec "${process.execPath}" --conditions=spv-source "${resolve('mock-anaf/main.ts')}" "$@"`,
  pytest: 'exec pytest-3 "$@"',
  dotnet: `exec bash "${mono}" EfacturaTests.cs "${xunit}" --`,
  npm: `curl -sS --cacert "$caFile" -o /dev/null -w 'login %{http_code}\\n' "$loginUrl/anaf-oauth2/v1/token"
curl -sS --cacert "$caFile" -o /dev/null -w 'api %{http_code}\\n' "$apiUrl/test/FCTEL/rest/listaMesajeFactura"
curl -sS -o /dev/null -w 'admin %{http_code}\\n' "$adminUrl/healthz"`,
};

/** A copy of the recipes to run them in, with the replaced programs first on PATH. */
function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-recipes-'));
  cpSync(recipes, folder, { recursive: true });
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/usr/bin/env bash\nset -euo pipefail\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const githubEnv = join(folder, 'github-env');
  writeFileSync(githubEnv, '');

  /** Runs a step as GitHub Actions does: in a new shell, with the variables that earlier steps wrote to GITHUB_ENV. */
  const run = async (command: string) => {
    const written = readFileSync(githubEnv, 'utf8').trim().split('\n').filter(Boolean);
    const env = {
      ...process.env,
      ...Object.fromEntries(written.map((line) => line.split(/=(.*)/s).slice(0, 2))),
      PATH: `${folder}:${process.env.PATH}`,
      GITHUB_ENV: githubEnv,
    };
    // In its own process group, so that processes that a step leaves running can be killed.
    const child = spawn('bash', ['-e', '-c', command], { cwd: folder, env, detached: true });
    groups.push(child.pid ?? 0);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
      });
    }
    const [exitCode] = await once(child, 'exit');
    return { exitCode, output };
  };
  const groups: number[] = [];
  const end = () => {
    for (const group of groups) endGroup(group);
    rmSync(folder, { recursive: true });
  };
  return { path: folder, run, [Symbol.dispose]: end };
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    // No process of the group is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

describe('a recipe', () => {
  for (const [file, passed] of [
    ['EfacturaTest.php', /OK \(3 tests, 3 assertions\)/],
    ['test_efactura.py', /3 passed/],
    ['EfacturaTests.cs', /3 passed, 0 failed/],
  ] as const) {
    it(`the recipe ${file} passes with the command in its comment`, async () => {
      using recipe = setup();
      const command = /npx mock-anaf exec .+/.exec(readFileSync(join(recipes, file), 'utf8'))?.[0] ?? '';

      const { exitCode, output } = await recipe.run(command);

      assert.match(output, passed);
      assert.equal(exitCode, 0);
    });
  }

  it('the steps of the recipe for GitHub Actions pass one after the other', async () => {
    using recipe = setup();
    const workflow = parse(readFileSync(join(recipes, 'github-actions.yml'), 'utf8'));
    const steps: { run?: string; uses?: string }[] = workflow.jobs.test.steps;
    const results: { exitCode: number; output: string }[] = [];

    for (const { run } of steps) if (run !== undefined) results.push(await recipe.run(run));

    const [php, python, start, use] = results;
    assert.deepEqual(
      results.map(({ exitCode }) => exitCode),
      [0, 0, 0, 0],
      JSON.stringify(results),
    );
    assert.match(php?.output ?? '', /OK \(3 tests/);
    assert.match(python?.output ?? '', /3 passed/);
    assert.equal(start?.output, '');
    assert.equal(use?.output, 'login 302\napi 401\nadmin 200\n');
  });

  it('the recipe with every option names every lifetime, limit and switch, and starts', async () => {
    using folder = setup();
    const mock = await startMockAnaf({ ...everyOption, dataFile: join(folder.path, 'mock-anaf.json') });
    await mock.stop();

    for (const [given, known] of [
      [everyOption.lifetimes, defaultLifetimes],
      [everyOption.limits, defaultLimits],
      [everyOption.switches, defaultSwitches],
    ] as const) {
      assert.deepEqual(Object.keys(given).sort(), Object.keys(known).sort());
    }
  });
});
