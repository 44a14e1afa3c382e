import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { connectMockAnaf } from 'mock-anaf/client';
import { buildMockAnaf, dist, oldestNode, walkOf } from '../support/built-command.ts';
import { openWindows, type Started, type Windows } from '../support/windows.ts';

const cui = '90123459';

describe(`mock-anaf as built, with Node ${oldestNode} for Windows`, {
  skip: process.arch !== 'x64' && 'npm has no Node for Windows on this processor',
}, () => {
  let windows: Windows;
  let main = '';
  const mock = (...args: string[]) => windows.start(main, ...args);

  before(async () => {
    await buildMockAnaf();
    windows = await openWindows();
    main = windows.there(join(dist, 'main.js'));
  });
  after(() => windows?.remove());

  it('mock-anaf on Windows prints its line, and accepts a certificate from one of its files', async () => {
    const started = mock('--free-ports', '--json', '--proxy');
    const line = JSON.parse(await started.ready());
    const files = [line.caFile, ...line.personas.flatMap(filesOf)];
    const { pemCertFile, pemKeyFile } = line.personas.find(({ name }: { name: string }) => name === 'administrator');
    const read = (file: string) => readFileSync(windows.here(file), 'utf8');
    await connectMockAnaf(line.adminUrl).addMessages({ cui, count: 1 });

    const answer = await getJson(`${line.apiCertificateUrl}/test/FCTEL/rest/listaMesajeFactura?zile=1&cif=${cui}`, {
      ca: read(line.caFile),
      cert: read(pemCertFile),
      key: read(pemKeyFile),
    });
    await started.kill();

    assert.match(line.caFile, /^[A-Z]:\\.+\\ca\.pem$/);
    assert.deepEqual(
      files.filter((file) => !existsSync(windows.here(file))),
      [],
    );
    assert.deepEqual(kindsOf(answer), ['FACTURA PRIMITA']);
  });

  it('mock-anaf on Windows serves its console as JavaScript', async () => {
    const started = mock('--free-ports', '--json');
    const { adminUrl } = JSON.parse(await started.ready());

    const page = await (await fetch(`${adminUrl}/console`)).text();
    const [, entry] = /src="([^"]+\/app\/main\.js)"/.exec(page) ?? [];
    assert.ok(entry, page);
    const { status, headers } = await fetch(`${adminUrl}${entry}`);
    await started.kill();

    assert.deepEqual([status, headers.get('content-type')], [200, 'text/javascript; charset=utf-8']);
  });

  it('a program on Windows logs in, uploads and lists through the built client', async () => {
    const program = join(windows.folder, 'walk.mjs');
    writeFileSync(program, walkOf(fileUrl(windows.there(join(dist, 'control', 'client', 'index.js')))));

    const { exitCode, out, error } = await mock('exec', '--', ...windows.node, windows.there(program)).ended;

    assert.deepEqual([exitCode, error], [0, '']);
    const { version, platform, kinds } = JSON.parse(out);
    assert.deepEqual([version, platform, kinds], [`v${oldestNode}`, 'win32', ['FACTURA PRIMITA', 'FACTURA PRIMITA']]);
  });

  it("exec on Windows routes ANAF's host names through the proxy, with a CA bundle", async () => {
    const program = join(windows.folder, 'proxy.mjs');
    writeFileSync(program, throughProxy);

    const { exitCode, out, error } = await mock('exec', '--', ...windows.node, windows.there(program)).ended;

    assert.deepEqual([exitCode, error], [0, '']);
    const { authorities, status, isMock } = JSON.parse(out);
    assert.ok(authorities > 100, 'the public authorities and the one of the mock');
    assert.deepEqual([status, isMock], [401, true]);
  });

  it('exec on Windows handles spaces in folder and argument, and exits with the exit code of the program', async () => {
    const folder = join(windows.folder, 'two words');
    mkdirSync(folder);
    writeFileSync(join(folder, 'program.mjs'), 'process.exitCode = process.argv[2] === \'doi "ani"\' ? 7 : 1;');
    const program = windows.there(join(folder, 'program.mjs'));

    const { exitCode } = await mock('exec', '--', ...windows.node, program, 'doi "ani"').ended;

    assert.equal(exitCode, 7);
  });

  it('mock-anaf on Windows exits with 3 if a port is in use, and with 2 for an unknown flag', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };

    const busy = await mock('--free-ports', '--admin-port', String(port)).ended;
    const wrong = await mock('--no-such-flag').ended;
    server.close();

    assert.equal(busy.exitCode, 3);
    assert.match(busy.error, new RegExp(`${port}.*--admin-port`));
    assert.equal(wrong.exitCode, 2);
  });

  describe('a data file on Windows, in a folder with Romanian letters', () => {
    const listed = async (started: Started) => {
      const { adminUrl, apiPlainUrl } = JSON.parse(await started.ready());
      const admin = connectMockAnaf(adminUrl);
      const { access_token } = await admin.issueTokens({ persona: 'administrator' });
      const list = await fetch(`${apiPlainUrl}/test/FCTEL/rest/listaMesajeFactura?zile=1&cif=${cui}`, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      return { admin, kinds: kindsOf(await list.json()) };
    };
    const place = () => join(windows.folder, 'Contabilitate și țară');
    const withData = () => mock('--free-ports', '--json', '--data', windows.there(join(place(), 'mock anaf.json')));

    it('a data file on Windows contains every change that was answered before the process was killed', async () => {
      const first = withData();
      const { admin } = await listed(first);
      await admin.addMessages({ cui, count: 3 });
      await first.kill();
      const isLockLeft = existsSync(join(place(), 'mock anaf.json.lock'));

      const second = withData();
      const { kinds } = await listed(second);
      await second.kill();

      assert.equal(isLockLeft, true);
      assert.deepEqual(kinds, ['FACTURA PRIMITA', 'FACTURA PRIMITA', 'FACTURA PRIMITA']);
    });

    it('a second mock on Windows with the same data file exits with 4 and names the first', async () => {
      const first = withData();
      await first.ready();

      const { exitCode, error } = await withData().ended;
      await first.kill();

      assert.equal(exitCode, 4);
      assert.match(error, /Contabilitate și țară.* is used by another mock \(process \d+\).*--data/);
    });

    it('a mock on Windows that was stopped normally leaves only the data file in the folder', async () => {
      const file = windows.there(join(place(), 'mock anaf.json'));

      const { exitCode } = await mock('exec', '--data', file, '--', ...windows.node, '--version').ended;

      assert.equal(exitCode, 0);
      assert.deepEqual(readdirSync(place()), ['mock anaf.json']);
    });
  });
});

const filesOf = ({ p12File, pemCertFile, pemKeyFile }: Record<string, string>) => [p12File, pemCertFile, pemKeyFile];
/** Kinds of the messages; ANAF answers an empty list with an error and without `mesaje`. */
const kindsOf = (list: unknown) => ((list as { mesaje?: { tip: string }[] }).mesaje ?? []).map(({ tip }) => tip);
const fileUrl = (file: string) => `file:///${file.replaceAll('\\', '/')}`;

/** Node 22.0 has no proxy support, so the program sends CONNECT itself. */
const throughProxy = `
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { get } from 'node:https';
const { hostname, port } = new URL(process.env.HTTPS_PROXY);
const bundle = readFileSync(process.env.SSL_CERT_FILE, 'utf8');
request({ hostname, port, method: 'CONNECT', path: 'api.anaf.ro:443' })
  .on('connect', (_answer, socket) => {
    const url = 'https://api.anaf.ro/TestOauth/jaxrs/hello?name=x';
    get(url, { agent: false, socket, ca: bundle }, (answer) => {
      const isMock = answer.socket.getPeerCertificate().issuer.CN.includes('mock');
      console.log(JSON.stringify({ authorities: bundle.split('BEGIN CERTIFICATE').length - 1, status: answer.statusCode, isMock }));
      answer.resume();
      socket.end();
    });
  })
  .end();
`;

function getJson(url: string, identity: { ca: string; cert: string; key: string }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request(url, { ...identity, agent: false }, (answer) => resolve(json(answer)))
      .on('error', reject)
      .end();
  });
}
