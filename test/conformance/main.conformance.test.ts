import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { hostSecret } from '../backend/support/keys.ts';
import { ReferenceBackend } from './support/reference-backend.ts';

describe('the command spv-authorize-conformance', () => {
  it('the command prints what to configure, waits for the backend, and prints a verdict per level', async () => {
    await using backend = await ReferenceBackend.create();
    const run = start(['--base-url', backend.baseUrl, '--host-key', hostSecret, '--free-ports', '--level', '1']);

    const printed = await run.printed(/PUBLIC_URL=/);
    await backend.start({
      loginUrl: variable(printed, 'ANAF_LOGIN_URL'),
      tokenUrl: variable(printed, 'ANAF_TOKEN_URL'),
      apiUrl: variable(printed, 'ANAF_API_URL'),
      environment: 'test',
      clientId: variable(printed, 'ANAF_CLIENT_ID'),
      clientSecret: variable(printed, 'ANAF_CLIENT_SECRET'),
      redirectUri: `${backend.baseUrl}/callback`,
    });

    assert.equal(await run.exitCode, 0, run.output());
    assert.match(run.output(), /✓ L1 connect +met\n {2}✓ L2 keep +met\n/);
    assert.match(run.output(), /✓ host +met/);
    assert.doesNotMatch(run.output(), /✗/);
  });

  it('without mock-anaf the command runs only the static part, says so, and does not exit with 0', async () => {
    await using backend = await ReferenceBackend.create();
    await backend.start(nowhere(backend.baseUrl));

    const run = start(['--base-url', backend.baseUrl, '--host-key', hostSecret, '--no-mock', '--json']);

    assert.equal(await run.exitCode, 3, run.output());
    const { withAnaf, checks } = JSON.parse(run.standardOutput());
    assert.equal(withAnaf, false);
    const outcomes = Object.fromEntries(checks.map(({ id, outcome }: Record<string, string>) => [id, outcome]));
    assert.equal(outcomes['page-says-who-asks'], 'met');
    assert.equal(outcomes.success, 'not-checked');
    assert.match(run.output(), /Without mock-anaf: only the checks that need no ANAF are run/);
  });

  it('a backend that leads to another login is told what to configure', async () => {
    await using backend = await ReferenceBackend.create();
    await backend.start(nowhere(backend.baseUrl));

    const run = start(['--base-url', backend.baseUrl, '--host-key', hostSecret, '--free-ports']);

    assert.equal(await run.exitCode, 1, run.output());
    assert.match(
      run.output(),
      /the backend leads to http:\/\/127\.0\.0\.1:9; configure its login as http:\/\/127\.0\.0\.1:\d+/,
    );
  });

  it('a backend that does not answer ends the command with exit code 4', async () => {
    const run = start(['--base-url', 'http://127.0.0.1:9', '--host-key', 'k', '--free-ports', '--wait', '0']);

    assert.equal(await run.exitCode, 4, run.output());
    assert.match(run.output(), /did not answer within 0 seconds\. Is it started/);
  });

  it('a wrong command line ends with exit code 2, and --help describes every option', async () => {
    const [wrong, help] = [start(['--base-url', 'x']), start(['--help'])];

    assert.equal(await wrong.exitCode, 2);
    assert.match(wrong.output(), /See spv-authorize-conformance --help/);
    assert.equal(await help.exitCode, 0);
    assert.match(help.output(), /--session-command.*--no-mock.*Exit codes/s);
  });
});

function start(args: readonly string[]) {
  const command = ['--conditions=spv-source', 'conformance/main.ts', ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exitCode = once(child, 'close').then(([code]) => code);
  const texts = { out: '', all: '' };
  const listeners = new Set<() => void>();
  const handleText = (text: string) => {
    texts.all += text;
    for (const listener of listeners) listener();
  };
  child.stderr.setEncoding('utf8').on('data', handleText);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
    handleText(text);
  });
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => pattern.test(texts.all) && resolve(texts.all);
      listeners.add(look);
      look();
      exitCode.then(() => reject(new Error(`the command ended before it printed ${pattern}:\n${texts.all}`)));
    });
  return { exitCode, printed, output: () => texts.all, standardOutput: () => texts.out };
}

function variable(printed: string, name: string): string {
  const [, value] = new RegExp(`\\b${name}=(\\S+)`).exec(printed) ?? [];
  assert.ok(value, `${name} was not printed`);
  return value;
}

/** Nothing listens on port 9 of this machine. */
function nowhere(baseUrl: string) {
  const address = 'http://127.0.0.1:9';
  return {
    ...{ loginUrl: address, tokenUrl: address, apiUrl: address, environment: 'test' as const },
    ...{ clientId: 'any', clientSecret: 'any-secret', redirectUri: `${baseUrl}/callback` },
  };
}
