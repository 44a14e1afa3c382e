import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, it } from 'node:test';

/** Starts the command from its sources. */
function command(...args: string[]) {
  return commandWith({}, ...args);
}

function commandWith(variables: Readonly<Record<string, string>>, ...args: string[]) {
  const child = spawn(process.execPath, ['--conditions=spv-source', 'mock-anaf/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  });
  const output = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    output.error += chunk;
  });
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode, ...output }));
  const dispose = async () => {
    child.kill();
    await ended;
  };
  return { child, ended, ready: firstLine(child.stdout), [Symbol.asyncDispose]: dispose };
}

/** Resolves with the first line of the output, and everything that was received with it. */
async function firstLine(output: Readable): Promise<string> {
  let text = '';
  return new Promise((resolve) => {
    output.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text);
    });
  });
}

function folderWith(name: string, content: string) {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-command-'));
  writeFileSync(join(folder, name), content);
  return { file: join(folder, name), [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

describe('the command mock-anaf', () => {
  it('mock-anaf --help prints the help and exits with 0', async () => {
    const { exitCode, out } = await command('--help').ended;

    assert.equal(exitCode, 0);
    assert.match(out, /^mock-anaf: ANAF in a box, for tests only\.[\s\S]*Exit codes:/);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`mock-anaf --json prints one line when ready, and exits with 0 and without its files at ${signal}`, {
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
        'the files are deleted',
      );
    });
  }

  it('a stop signal sent right after the ready line stops the mock normally and leaves no files', {
    skip: process.platform === 'win32',
  }, async () => {
    using place = folderWith('other', '');
    const dataFile = `${place.file}.json`;
    const { child, ready, ended } = commandWith(
      { TMPDIR: dirname(place.file) },
      '--free-ports',
      '--json',
      '--data',
      dataFile,
    );
    child.stdout.once('data', () => child.kill('SIGTERM'));
    await ready;

    const { exitCode, error } = await ended;

    assert.deepEqual([exitCode, error], [0, '']);
    assert.deepEqual(readdirSync(dirname(place.file)).sort(), ['other', 'other.json']);
  });

  for (const args of [
    ['--free-ports', '--json'],
    ['exec', '--', process.execPath, '--version'],
  ]) {
    it(`mock-anaf ${args[0]} exits with 5 and names the temporary folder that is not writable`, {
      skip: process.platform === 'win32',
    }, async () => {
      const { exitCode, error, out } = await commandWith({ TMPDIR: '/nonexistent' }, ...args).ended;

      assert.equal(exitCode, 5);
      assert.match(error, /^mock-anaf: cannot write to the temporary folder "\/nonexistent": .*TMPDIR/);
      assert.equal(out, '');
    });
  }

  it('the line of --json has all addresses, applications and files', async () => {
    await using started = command('--free-ports', '--json', '--proxy');
    const { clients, personas, ...line } = JSON.parse(await started.ready);

    const names = ['loginUrl', 'apiUrl', 'pickerUrl', 'adminUrl', 'proxyUrl', 'caFile'];
    assert.deepEqual(
      names.filter((name) => typeof line[name] !== 'string'),
      [],
    );
    assert.deepEqual(Object.keys(clients[0]).sort(), ['clientId', 'clientSecret', 'redirectUris', 'services']);
    for (const persona of personas) {
      for (const name of ['name', 'p12File', 'passphrase', 'pemCertFile', 'pemKeyFile'])
        assert.equal(typeof persona[name], 'string', name);
      assert.ok(Array.isArray(persona.companies));
    }
  });

  it('the application from the flags is registered in front of those from the file', async () => {
    const other = {
      clientId: 'other',
      clientSecret: 's',
      redirectUris: ['https://other.example/'],
      services: ['EFACTURA'],
    };
    using place = folderWith('clients.json', JSON.stringify([other]));
    const addresses = ['https://a.example/', 'https://b.example/'];
    const flags = ['--client-id', 'own', ...addresses.flatMap((address) => ['--redirect-uri', address])];
    await using both = command('--free-ports', '--json', '--clients', place.file, ...flags);
    await using one = command('--free-ports', '--json', '--clients', place.file);

    const lines = [JSON.parse(await both.ready), JSON.parse(await one.ready)];

    const [own] = lines[0].clients;
    assert.deepEqual([own.clientId, own.redirectUris], ['own', addresses]);
    assert.deepEqual([lines[0].clients[1], lines[1].clients], [other, [other]]);
  });

  for (const [what, variables, flags] of [
    ['of a flag', { MOCK_ANAF_ADMIN_TOKEN: '' }, ['--admin-token', 'a-token-of-the-admin-port']],
    ['of a variable', { MOCK_ANAF_ADMIN_TOKEN: 'a-token-of-the-admin-port' }, []],
  ] as const) {
    it(`mock-anaf listens on every address with the admin token ${what}`, async () => {
      await using started = commandWith(variables, '--free-ports', '--json', '--host', '0.0.0.0', ...flags);
      const { adminUrl } = JSON.parse(await started.ready);
      const headers = { authorization: 'Bearer a-token-of-the-admin-port' };
      const statuses = await Promise.all([
        fetch(`${adminUrl}/clock`).then(({ status }) => status),
        fetch(`${adminUrl}/clock`, { headers }).then(({ status }) => status),
      ]);

      assert.deepEqual(statuses, [401, 200]);
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
    [['--chaos-seed', 'x'], /--chaos-seed must be a number, got "x"/],
    [['--free-ports', '--chaos-share', '2'], /"share" of chaos must be a number from 0 to 1, got 2/],
    [['--clients', '/nowhere/clients.json'], /--clients: "\/nowhere\/clients\.json" cannot be read/],
  ] as const) {
    it(`mock-anaf ${args.join(' ')} exits with 2 and names the problem`, async () => {
      const { exitCode, error } = await command(...args).ended;

      assert.equal(exitCode, 2);
      assert.match(error, complaint);
      assert.match(error, /See mock-anaf --help\./);
    });
  }

  it('a chaos flag turns chaos on, and the doors of the certificate API and the public API are open', async () => {
    await using started = command('--free-ports', '--json', '--chaos-seed', '7');
    const { adminUrl, apiCertificateUrl, apiPublicUrl } = JSON.parse(await started.ready);

    const { chaos } = await (await fetch(`${adminUrl}/chaos`)).json();

    assert.deepEqual(chaos, { seed: 7, share: 0.05 });
    assert.match(apiPublicUrl, /^https:\/\/127\.0\.0\.1:\d+$/);
    assert.match(apiCertificateUrl, /^https:\/\/127\.0\.0\.1:\d+$/);
  });

  it('mock-anaf exits with 2 if the file of --clients has the wrong format', async () => {
    using place = folderWith('clients.json', '[{"clientId": "x"}]');

    const { exitCode, error } = await command('--free-ports', '--clients', place.file).ended;

    assert.equal(exitCode, 2);
    assert.match(error, /should be like \[\{"clientId"/);
  });

  it('mock-anaf exits with 3 if a port is in use, and names the port and its flag', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const { exitCode, error } = await command('--free-ports', '--handshake-port', String(port)).ended;
    server.close();

    assert.equal(exitCode, 3);
    assert.match(error, new RegExp(`port ${port} for the door "loginAtHandshake" is in use.*--handshake-port <n>`));
  });

  it('mock-anaf exits with 4 if the data file cannot be used', async () => {
    using place = folderWith('state.json', '{');

    const { exitCode, error } = await command('--free-ports', '--data', place.file).ended;

    assert.equal(exitCode, 4);
    assert.ok(error.includes(place.file));
  });
});

describe('the command mock-anaf exec', () => {
  const print = 'process.stdout.write(JSON.stringify(process.env))';

  it('exec passes the addresses, the proxy and the certificate authorities of the mock to the command', async () => {
    const token = 'a-token-of-the-admin-port';
    const args = ['--admin-token', token, '--', process.execPath, '-e', print];

    const { exitCode, out } = await command('exec', ...args).ended;

    const variables = JSON.parse(out);
    assert.equal(exitCode, 0);
    for (const name of ['ANAF_LOGIN_URL', 'ANAF_API_URL', 'MOCK_ANAF_ADMIN_URL', 'HTTPS_PROXY'])
      assert.match(variables[name], /^https?:\/\/127\.0\.0\.1:\d+$/, name);
    const bundles = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'].map((name) => variables[name]);
    assert.equal(new Set(bundles).size, 1);
    assert.equal(existsSync(bundles[0]), false, 'the bundle is deleted');
    assert.equal(variables.MOCK_ANAF_ADMIN_TOKEN, token);
  });

  it('the CA bundle of exec contains the public authorities and that of the mock', async () => {
    const script = 'console.log(require("fs").readFileSync(process.env.SSL_CERT_FILE, "utf8"))';

    const { out } = await command('exec', '--', process.execPath, '-e', script).ended;

    const certificates = out.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    const subjects = certificates.map((pem) => new X509Certificate(pem).subject);
    assert.ok(subjects.length > 100, `${subjects.length} authorities`);
    assert.equal(subjects.filter((subject) => subject.includes('mock-anaf')).length, 1);
  });

  it('exec keeps the hosts of NO_PROXY and adds its own', async () => {
    const script = 'console.log(process.env.NO_PROXY, process.env.no_proxy)';
    const variables = { NO_PROXY: 'db.internal, .corp', no_proxy: 'localhost' };
    const { out } = await commandWith(variables, 'exec', '--', process.execPath, '-e', script).ended;

    const hosts = 'db.internal,.corp,localhost,127.0.0.1';
    assert.equal(out, `${hosts} ${hosts}\n`);
  });

  it('exec exits with the exit code of the command', async () => {
    assert.equal((await command('exec', '--', process.execPath, '-e', 'process.exit(7)').ended).exitCode, 7);
  });

  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    it(`exec forwards ${signal} to the command, and exits with ${exitCode} if the signal ended it`, {
      skip: process.platform === 'win32',
    }, async () => {
      const script = 'console.log("here"); setInterval(() => undefined, 1000)';
      const { child, ready, ended } = command('exec', '--', process.execPath, '-e', script);
      await ready;

      child.kill(signal as NodeJS.Signals);

      assert.deepEqual(await ended, { exitCode, out: 'here\n', error: '' });
    });
  }

  it('exec exits with 127 if the command cannot be started', async () => {
    const { exitCode, error } = await command('exec', '--', 'no-such-program-anywhere').ended;

    assert.equal(exitCode, 127);
    assert.match(error, /"no-such-program-anywhere" cannot be started/);
  });

  it('exec without a command exits with 2', async () => {
    const { exitCode, error } = await command('exec', '--no-picker').ended;

    assert.equal(exitCode, 2);
    assert.match(error, /exec needs a command/);
  });
});
