import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

type Demo = ChildProcessByStdio<null, Readable, Readable>;

describe('npm start', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'spv-start-'));
  });
  after(() => {
    for (const demo of started) demo.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('npm start prints the addresses, serves the site, exits with 0 at Ctrl-C, and starts again on the same data', async () => {
    const data = join(folder, 'again');
    const ports = [await freePort(), await freePort()];
    for (const attempt of ['first', 'second']) {
      const demo = start(['--data', data, ...portOptions(ports)]);
      const output = await ready(demo);
      const { site } = addressesIn(output);

      assert.equal(site, `http://localhost:${ports[0]}`, attempt);
      assert.equal((await fetch(`${site}/`)).status, 200);
      assert.match(
        output,
        /Backend +http:\/\/localhost:\d+\n.*login http:\/\/127\.0\.0\.1:\d+.*Ctrl-C stops everything/s,
      );
      assert.match(output, /At ANAF choose "Ana Exemplu" and enter the PIN/);
      demo.kill('SIGINT');
      assert.deepEqual(await once(demo, 'exit'), [0, null]);
    }
  });

  it('npm start --https serves site and backend with a stored certificate, __Host- cookies and an https redirect URI', async () => {
    const data = join(folder, 'https');
    const options = ['--https', '--data', data, ...portOptions([await freePort(), await freePort()])];
    const demo = start(options);
    const output = await ready(demo);
    const { site, backend } = addressesIn(output);
    const authorities = getCACertificates('default');
    setDefaultCACertificates([...authorities, readFileSync(join(data, 'localhost-certificate.pem'), 'utf8')]);

    const page = await fetch(`${site}/facturi`);
    const authorizeUrl = await newAttempt(site, backend);
    const opened = await fetch(authorizeUrl, { method: 'POST', headers: { origin: site } });
    setDefaultCACertificates(authorities);
    demo.kill('SIGINT');
    await once(demo, 'exit');
    const again = start(options);
    const outputAgain = await ready(again);
    again.kill('SIGINT');
    await once(again, 'exit');

    assert.match(site, /^https:\/\/localhost:\d+$/);
    assert.match(backend, /^https:\/\/localhost:\d+$/);
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('strict-transport-security'), null, 'the site leaves HSTS to its operator');
    assert.match(opened.headers.get('strict-transport-security') ?? '', /^max-age=\d+/);
    const cookies = opened.headers.getSetCookie();
    assert.equal(cookies.length, 2);
    for (const cookie of cookies) {
      assert.match(cookie, /^__Host-spv-(o-[0-9a-f]{16}|browser)=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    }
    const [, atAnaf = ''] = /^0;url=(.+)$/.exec(opened.headers.get('refresh') ?? '') ?? [];
    assert.equal(new URL(atAnaf).searchParams.get('redirect_uri'), `${backend}/callback`);
    assert.match(output, /Your browser will warn .* the certificate is self-signed/);
    const [, fingerprint] = /SHA-256 ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})\n/.exec(output) ?? [];
    assert.ok(fingerprint, output);
    assert.ok(outputAgain.includes(`SHA-256 ${fingerprint}\n`), 'the second start shows the same certificate');
  });

  for (const [option, position, name] of [
    ['--port', 0, 'the demo site'],
    ['--backend-port', 1, 'the backend'],
  ] as const) {
    it(`a busy port of ${name} is reported with its number and ${option}`, async () => {
      const occupant = createServer().listen(0, 'localhost');
      await once(occupant, 'listening');
      const busy = portOf(occupant);
      const ports = [await freePort(), await freePort()].with(position, busy);

      const { output, exitCode } = await failed(start(['--data', join(folder, 'busy'), ...portOptions(ports)]));
      occupant.close();

      assert.equal(
        output,
        `Port ${busy} of ${name} is in use by another program. Stop that one, or choose another port: ${option} <port>\n`,
      );
      assert.equal(exitCode, 1);
    });
  }

  it('a second copy on the same data folder is refused with the folder and --data, and changes nothing in it', async () => {
    const data = join(folder, 'shared');
    const first = start(['--data', data, ...portOptions([await freePort(), await freePort()])]);
    await ready(first);
    const before = readFileSync(join(data, 'mock-anaf.json'), 'utf8');

    const second = await failed(start(['--data', data, ...portOptions([await freePort(), await freePort()])]));
    const after = readFileSync(join(data, 'mock-anaf.json'), 'utf8');
    first.kill('SIGINT');
    const [firstExitCode] = await once(first, 'exit');

    assert.match(
      second.output,
      new RegExp(`^The data folder "${data}" is used by another copy of the demo\\..*--data <folder>`),
    );
    assert.equal(second.exitCode, 1);
    assert.equal(after, before);
    assert.equal(firstExitCode, 0);
  });

  it('an invalid port is reported with the allowed range', async () => {
    const { output, exitCode } = await failed(start(['--data', join(folder, 'wrong'), '--port', 'http']));

    assert.equal(output, '--port must be a port number from 1 to 65535, got "http". Example: --port 4100\n');
    assert.equal(exitCode, 1);
  });

  it('an unknown option is answered with the usage', async () => {
    const { output, exitCode } = await failed(start(['--prot', '4100']));

    assert.match(output, /Unknown option '--prot'.*--backend-port <port>/s);
    assert.equal(exitCode, 2);
  });
});

/** All started processes, so that none of them outlives a failed test. */
const started: Demo[] = [];

function start(args: readonly string[]): Demo {
  const demo = spawn(process.execPath, ['--conditions=spv-source', 'demo/start.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(demo);
  return demo;
}

/** Output of the demo until it is ready. Keeps reading afterwards, so that the pipe never fills up. */
function ready(demo: Demo): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    demo.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    demo.stdout.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('Ctrl-C')) resolve(output);
    });
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${code} before it was ready: ${output}`)));
  });
}

function addressesIn(output: string): { site: string; backend: string } {
  const [, site] = /Site +(\S+)/.exec(output) ?? [];
  const [, backend] = /Backend +(\S+)/.exec(output) ?? [];
  assert.ok(site && backend, output);
  return { site, backend };
}

/** Starts an authorization as the element does, and returns the address that the browser opens. */
async function newAttempt(site: string, backend: string): Promise<string> {
  const created = await fetch(`${site}/api/spv-session/firma-1`, { method: 'POST' });
  const { session } = (await created.json()) as { session: string };
  const started = await fetch(`${backend}/v1/attempts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}`, origin: site, 'content-type': 'application/json' },
    body: JSON.stringify({ mode: 'window' }),
  });
  const { authorizeUrl } = (await started.json()) as { authorizeUrl: string };
  return authorizeUrl;
}

async function failed(demo: Demo): Promise<{ output: string; exitCode: number }> {
  demo.stdout.resume();
  const [output, [exitCode]] = await Promise.all([text(demo.stderr), once(demo, 'exit')]);
  return { output, exitCode };
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
  // An AddressInfo, because the server listens on TCP.
  return (server.address() as AddressInfo).port;
}
