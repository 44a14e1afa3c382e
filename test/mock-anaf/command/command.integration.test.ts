import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

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

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
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

  it('stops well also when it is asked to in the moment of its line, and leaves nothing behind', {
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
    it(`ends with 5 and says why where nothing can be written to the temporary folder: ${args[0]}`, {
      skip: process.platform === 'win32',
    }, async () => {
      const { exitCode, error, out } = await commandWith({ TMPDIR: '/nonexistent' }, ...args).ended;

      assert.equal(exitCode, 5);
      assert.match(error, /^mock-anaf: cannot write to the temporary folder "\/nonexistent": .*TMPDIR/);
      assert.equal(out, '');
    });
  }

  it('has in its line of JSON all that programs need', async () => {
    const { child, ready, ended } = command('--free-ports', '--json', '--proxy');
    const { clients, personas, ...line } = JSON.parse(await ready);
    child.kill();
    await ended;

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

  it('registers the application of its flags in front of those of a file', async () => {
    const other = {
      clientId: 'other',
      clientSecret: 's',
      redirectUris: ['https://other.example/'],
      services: ['EFACTURA'],
    };
    using place = folderWith('clients.json', JSON.stringify([other]));
    const addresses = ['https://a.example/', 'https://b.example/'];
    const flags = ['--client-id', 'own', ...addresses.flatMap((address) => ['--redirect-uri', address])];
    const both = command('--free-ports', '--json', '--clients', place.file, ...flags);
    const one = command('--free-ports', '--json', '--clients', place.file);

    const lines = [JSON.parse(await both.ready), JSON.parse(await one.ready)];
    for (const { child, ended } of [both, one]) {
      child.kill();
      await ended;
    }

    const [own] = lines[0].clients;
    assert.deepEqual([own.clientId, own.redirectUris], ['own', addresses]);
    assert.deepEqual([lines[0].clients[1], lines[1].clients], [other, [other]]);
  });

  for (const [what, variables, flags] of [
    ['of a flag', { MOCK_ANAF_ADMIN_TOKEN: '' }, ['--admin-token', 'a-token-of-the-admin-port']],
    ['of a variable', { MOCK_ANAF_ADMIN_TOKEN: 'a-token-of-the-admin-port' }, []],
  ] as const) {
    it(`listens at every address with the token ${what}`, async () => {
      const { child, ready, ended } = commandWith(variables, '--free-ports', '--json', '--host', '0.0.0.0', ...flags);
      const { adminUrl } = JSON.parse(await ready);
      const headers = { authorization: 'Bearer a-token-of-the-admin-port' };
      const statuses = await Promise.all([
        fetch(`${adminUrl}/clock`).then(({ status }) => status),
        fetch(`${adminUrl}/clock`, { headers }).then(({ status }) => status),
      ]);
      child.kill();
      await ended;

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
    it(`ends with 2 and says why: ${args.join(' ')}`, async () => {
      const { exitCode, error } = await command(...args).ended;

      assert.equal(exitCode, 2);
      assert.match(error, complaint);
      assert.match(error, /See mock-anaf --help\./);
    });
  }

  it('turns chaos on by each of its flags, and opens the door for certificates', async () => {
    const { child, ready, ended } = command('--free-ports', '--json', '--chaos-seed', '7');
    const { adminUrl, apiCertificateUrl, apiPublicUrl } = JSON.parse(await ready);

    const { chaos } = await (await fetch(`${adminUrl}/chaos`)).json();

    child.kill('SIGTERM');
    await ended;
    assert.deepEqual(chaos, { seed: 7, share: 0.05 });
    assert.match(apiPublicUrl, /^https:\/\/127\.0\.0\.1:\d+$/);
    assert.match(apiCertificateUrl, /^https:\/\/127\.0\.0\.1:\d+$/);
  });

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

describe('the command mock-anaf exec', () => {
  const print = 'process.stdout.write(JSON.stringify(process.env))';

  it('leads the command to the mock by its variables', async () => {
    const token = 'a-token-of-the-admin-port';
    const args = ['--admin-token', token, '--', process.execPath, '-e', print];

    const { exitCode, out } = await command('exec', ...args).ended;

    const variables = JSON.parse(out);
    assert.equal(exitCode, 0);
    for (const name of ['ANAF_LOGIN_URL', 'ANAF_API_URL', 'MOCK_ANAF_ADMIN_URL', 'HTTPS_PROXY'])
      assert.match(variables[name], /^https?:\/\/127\.0\.0\.1:\d+$/, name);
    const bundles = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'].map((name) => variables[name]);
    assert.equal(new Set(bundles).size, 1);
    assert.equal(existsSync(bundles[0]), false, 'the bundle is gone with the command');
    assert.equal(variables.MOCK_ANAF_ADMIN_TOKEN, token);
  });

  it('bundles the authorities of the world with the one of the mock', async () => {
    const script = 'console.log(require("fs").readFileSync(process.env.SSL_CERT_FILE, "utf8"))';

    const { out } = await command('exec', '--', process.execPath, '-e', script).ended;

    const certificates = out.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    const subjects = certificates.map((pem) => new X509Certificate(pem).subject);
    assert.ok(subjects.length > 100, `${subjects.length} authorities`);
    assert.equal(subjects.filter((subject) => subject.includes('mock-anaf')).length, 1);
  });

  it('adds to the hosts that go past a proxy, and takes none away', async () => {
    const script = 'console.log(process.env.NO_PROXY, process.env.no_proxy)';
    const variables = { NO_PROXY: 'db.internal, .corp', no_proxy: 'localhost' };
    const { out } = await commandWith(variables, 'exec', '--', process.execPath, '-e', script).ended;

    const hosts = 'db.internal,.corp,localhost,127.0.0.1';
    assert.equal(out, `${hosts} ${hosts}\n`);
  });

  it('ends with the exit code of the command', async () => {
    assert.equal((await command('exec', '--', process.execPath, '-e', 'process.exit(7)').ended).exitCode, 7);
  });

  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    it(`passes ${signal} on to the command, and ends with ${exitCode} when that ended it`, {
      skip: process.platform === 'win32',
    }, async () => {
      const script = 'console.log("here"); setInterval(() => undefined, 1000)';
      const { child, ready, ended } = command('exec', '--', process.execPath, '-e', script);
      await ready;

      child.kill(signal as NodeJS.Signals);

      assert.deepEqual(await ended, { exitCode, out: 'here\n', error: '' });
    });
  }

  it('ends with 127 where the command cannot be started', async () => {
    const { exitCode, error } = await command('exec', '--', 'no-such-program-anywhere').ended;

    assert.equal(exitCode, 127);
    assert.match(error, /"no-such-program-anywhere" cannot be started/);
  });

  it('ends with 2 where there is no command', async () => {
    const { exitCode, error } = await command('exec', '--no-picker').ended;

    assert.equal(exitCode, 2);
    assert.match(error, /exec needs a command/);
  });
});
