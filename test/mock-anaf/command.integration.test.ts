import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

function command(...args: string[]) {
  const child = spawn(process.execPath, ['--conditions=spv-source', 'mock-anaf/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    output.error += chunk;
  });
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode, ...output }));
  const ready = once(child.stdout, 'data').then(() => output.out);
  return { child, ended, ready };
}

function folderWith(name: string, content: string) {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-command-'));
  writeFileSync(join(folder, name), content);
  return { file: join(folder, name), [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

describe('the command mock-anaf', () => {
  it('explains itself', async () => {
    const { exitCode, out } = await command('--help').ended;

    assert.equal(exitCode, 0);
    assert.match(out, /^mock-anaf: ANAF in a box, for tests only\.[\s\S]*Exit codes:/);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`prints one line of JSON when ready, and ends with 0 at ${signal}`, {
      skip: process.platform === 'win32',
    }, async () => {
      const { child, ready, ended } = command('--free-ports', '--json', '--redirect-uri', 'http://localhost:1/cb');
      const line = JSON.parse(await ready);
      const health = await fetch(`${line.adminUrl}/healthz`);
      const [persona] = line.personas;
      const files = [line.caFile, persona.p12File, persona.pemCertFile, persona.pemKeyFile];
      const werePresent = files.map((file) => existsSync(file));

      child.kill(signal);

      assert.equal(health.status, 200);
      assert.deepEqual(line.clients[0].redirectUris, ['http://localhost:1/cb']);
      assert.deepEqual(await ended, { exitCode: 0, out: `${JSON.stringify(line)}\n`, error: '' });
      assert.deepEqual(werePresent, [true, true, true, true]);
      assert.deepEqual(
        files.filter((file) => existsSync(file)),
        [],
        'its files are gone with it',
      );
    });
  }

  for (const [args, complaint] of [
    [['--bogus'], /--bogus/],
    [['extra'], /extra/],
    [['--login-port', 'many'], /--login-port must be a number from 0 to 65535, got "many"/],
    [
      ['--free-ports', '--redirect-uri', 'http://app.example/'],
      /"redirectUris" of client .* got "http:\/\/app\.example\/"/,
    ],
    [['--free-ports', '--no-picker', '--redirect-uri', 'http://localhost/'], /"redirectUris" of client/],
    [['--free-ports', '--host', '0.0.0.0'], /"adminToken" is needed with the host "0.0.0.0"/],
    [['--clients', '/nowhere/clients.json'], /--clients: "\/nowhere\/clients\.json" cannot be read/],
  ] as const) {
    it(`ends with 2 and says why: ${args.join(' ')}`, async () => {
      const { exitCode, error } = await command(...args).ended;

      assert.equal(exitCode, 2);
      assert.match(error, complaint);
      assert.match(error, /See mock-anaf --help\./);
    });
  }

  it('ends with 2 where the file of clients holds something else', async () => {
    using place = folderWith('clients.json', '[{"clientId": "x"}]');

    const { exitCode, error } = await command('--free-ports', '--clients', place.file).ended;

    assert.equal(exitCode, 2);
    assert.match(error, /should be like \[\{"clientId"/);
  });

  it('ends with 3 where a port is in use, and names it and the flag', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const { exitCode, error } = await command('--free-ports', '--handshake-port', String(port)).ended;
    server.close();

    assert.equal(exitCode, 3);
    assert.match(error, new RegExp(`port ${port} for the door "loginAtHandshake" is in use.*--handshake-port <n>`));
  });

  it('ends with 4 where the data file cannot be used', async () => {
    using place = folderWith('state.json', '{');

    const { exitCode, error } = await command('--free-ports', '--data', place.file).ended;

    assert.equal(exitCode, 4);
    assert.ok(error.includes(place.file));
  });
});
