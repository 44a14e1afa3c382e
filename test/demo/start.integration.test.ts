import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';

type Demo = ChildProcessByStdio<null, Readable, Readable>;

describe('npm start', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'spv-start-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the addresses, serves, stops with 0 at Ctrl-C, and finds its data again', async () => {
    const data = join(folder, 'again');
    const ports = [await freePort(), await freePort()];
    for (const attempt of ['first', 'second']) {
      const demo = start(['--data', data, ...portOptions(ports)]);
      const said = await ready(demo);
      const site = /Site +(\S+)/.exec(said)?.[1];

      assert.equal(site, `http://localhost:${ports[0]}`, attempt);
      assert.equal((await fetch(`${site}/`)).status, 200);
      assert.match(
        said,
        /Backend +http:\/\/localhost:\d+\n.*login http:\/\/127\.0\.0\.1:\d+.*Ctrl-C stops everything/s,
      );
      assert.match(said, /At ANAF choose "Ana Exemplu" and enter the PIN/);
      demo.kill('SIGINT');
      assert.deepEqual(await once(demo, 'exit'), [0, null]);
    }
  });

  for (const [option, position, name] of [
    ['--port', 0, 'the demo site'],
    ['--backend-port', 1, 'the backend'],
  ] as const) {
    it(`names a busy port of ${name}, and ${option}`, async () => {
      const occupant = createServer().listen(0, 'localhost');
      await once(occupant, 'listening');
      const busy = portOf(occupant);
      const ports = [await freePort(), await freePort()].with(position, busy);

      const { said, exitCode } = await failed(start(['--data', join(folder, 'busy'), ...portOptions(ports)]));
      occupant.close();

      assert.equal(
        said,
        `Port ${busy} of ${name} is in use by another program. Stop that one, or choose another port: ${option} <port>\n`,
      );
      assert.equal(exitCode, 1);
    });
  }

  it('refuses a second copy on the same data folder, names it and --data, and changes nothing in it', async () => {
    const data = join(folder, 'shared');
    const first = start(['--data', data, ...portOptions([await freePort(), await freePort()])]);
    await ready(first);
    const before = readFileSync(join(data, 'mock-anaf.json'), 'utf8');

    const second = await failed(start(['--data', data, ...portOptions([await freePort(), await freePort()])]));
    const after = readFileSync(join(data, 'mock-anaf.json'), 'utf8');
    first.kill('SIGINT');
    const [firstExitCode] = await once(first, 'exit');

    assert.match(
      second.said,
      new RegExp(`^The data folder "${data}" is used by another copy of the demo\\..*--data <folder>`),
    );
    assert.equal(second.exitCode, 1);
    assert.equal(after, before);
    assert.equal(firstExitCode, 0);
  });

  it('says what a port may be', async () => {
    const { said, exitCode } = await failed(start(['--data', join(folder, 'wrong'), '--port', 'http']));

    assert.equal(said, '--port must be a port number from 1 to 65535, got "http". Example: --port 4100\n');
    assert.equal(exitCode, 1);
  });

  it('shows how it is used when it is given an unknown option', async () => {
    const { said, exitCode } = await failed(start(['--prot', '4100']));

    assert.match(said, /Unknown option '--prot'.*--backend-port <port>/s);
    assert.equal(exitCode, 2);
  });
});

function start(args: readonly string[]): Demo {
  return spawn(process.execPath, ['--conditions=spv-source', 'demo/start.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What the demo said until it was ready; reads on, so that its later lines meet an open pipe. */
function ready(demo: Demo): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    demo.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    demo.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('Ctrl-C')) resolve(said);
    });
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${code} before it was ready: ${said}`)));
  });
}

async function failed(demo: Demo): Promise<{ said: string; exitCode: number }> {
  demo.stdout.resume();
  const [said, [exitCode]] = await Promise.all([text(demo.stderr), once(demo, 'exit')]);
  return { said, exitCode };
}

function portOptions([site, backend]: readonly number[]): string[] {
  return ['--port', String(site), '--backend-port', String(backend)];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const port = portOf(probe);
  probe.close();
  await once(probe, 'close');
  return port;
}

function portOf(server: ReturnType<typeof createServer>): number {
  // It listens on TCP.
  return (server.address() as { port: number }).port;
}
