import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import { fetchConsole } from '../../../support/console-modules.ts';
import { startMock } from '../../../support/login.ts';

/** Sends the path unchanged; `fetch` would resolve `..`. */
function statusOf(origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('the console from its sources', () => {
  it('the root of the admin port redirects to the console', async () => {
    await using mock = await startMock();

    const response = await fetch(mock.urls.admin, { redirect: 'manual' });

    assert.deepEqual([response.status, response.headers.get('location')], [302, '/console']);
  });

  it('every module that the console imports is served as JavaScript', async () => {
    await using mock = await startMock();

    const modules = await fetchConsole(mock.urls.admin);

    assert.ok(modules.length > 30, `${modules.length} modules`);
    assert.ok(modules.some(({ address }) => address.endsWith('/lit-html/lit-html.js')));
    for (const { address, status, type } of modules)
      assert.deepEqual([address, status, type], [address, 200, 'text/javascript; charset=utf-8']);
  });

  it('the files of the console have a strict content security policy and are not cached', async () => {
    await using mock = await startMock();

    for (const path of ['/console', '/console/icon.svg', '/console/modules/app/main.ts']) {
      const { headers } = await fetch(mock.urls.admin + path);
      const policy = headers.get('content-security-policy') ?? '';

      assert.match(policy, /^default-src 'none'; script-src 'self' 'sha256-[^']+'; style-src 'sha256-[^']+';/);
      assert.match(policy, /connect-src 'self'; .*frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*|http/);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  for (const path of [
    'app/../../package.json',
    '../../package.json',
    'app/%2e%2e/%2e%2e/package.json',
    'app/tsconfig.json',
    'app/../control/admin/admin-routes.ts',
    'lit/package.json',
    'jose/index.js',
    '/etc/passwd',
    'app/',
    '__proto__',
  ]) {
    it(`the console does not serve ${path} as a module`, async () => {
      await using mock = await startMock();

      assert.equal(await statusOf(mock.urls.admin, `/console/modules/${path}`), 404);
    });
  }

  it('serving the modules of the console does not make Node print a warning', async (t) => {
    await using mock = await startMock();
    const warn = t.mock.method(process, 'emitWarning');

    await fetchConsole(mock.urls.admin);

    assert.equal(warn.mock.callCount(), 0);
  });
});
