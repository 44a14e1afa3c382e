import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { defaultClient, type MockAnaf, startMockAnaf } from 'mock-anaf';
import { authorizationAnswer, startedAttempt } from 'spv-authorize/contract';
import * as v from 'valibot';
import { Browser } from '../../../backend/support/browser.ts';
import { newPhpSite, type PhpSite } from '../../support/php-backend.ts';

const session = {
  ...{ companyId: '17', taxId: '90123459', companyName: 'Exemplu SRL', userName: 'Maria Pop' },
  ...{ permissions: ['view', 'authorize'], origin: 'http://localhost:4000' },
};

describe('the one-file PHP backend', () => {
  it('the file has at most 300 lines', () => {
    const lines = readFileSync('demo/examples/php-backend/spv.php', 'utf8').trimEnd().split('\n');

    assert.ok(lines.length <= 300, `it has ${lines.length}`);
  });

  it('a PHP application signs a session, the person authorizes, and the application gets the access token', async () => {
    await using stack = await startStack();
    const { site, mock } = stack;

    await authorize(stack);

    const { authorization } = await readAuthorization(site);
    assert.equal(authorization.status, 'active');
    const token = site.run("echo Spv\\accessToken('17', '90123459');");
    const list = await fetch(`${mock.urls.apiPlain}/test/FCTEL/rest/listaMesajeFactura?zile=1&cif=90123459`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(list.status, 200);
  });

  it('no file in the data folder contains a token, a name or a CUI', async () => {
    await using stack = await startStack();
    const issued = stack.mock.once('token-issued');

    await authorize(stack);

    const { tokens } = await issued;
    const stored = filesOf(stack.site).map((name) => readFileSync(join(stack.site.dataFolder, name), 'latin1'));
    assert.equal(stored.length, 3, 'an attempt, a company and the lock');
    for (const secret of [tokens.access_token.slice(0, 40), 'Maria Pop', 'Exemplu SRL', '90123459']) {
      assert.deepEqual(
        stored.filter((text) => text.includes(secret)),
        [],
      );
    }
  });

  it('the file of one company is not accepted in place of that of another', async () => {
    await using stack = await startStack();
    await authorize(stack);
    const { site } = stack;
    const [own = ''] = filesOf(site).filter((name) => name.startsWith('company-'));

    copyFileSync(
      join(site.dataFolder, own),
      join(site.dataFolder, site.run("echo Spv\\companyName('18', '90123459');")),
    );

    assert.match(
      site.run(`try { Spv\\accessToken('18', '90123459'); } catch (RuntimeException $e) { echo $e->getMessage(); }`),
      /does not open/,
    );
    assert.equal(site.run("echo Spv\\accessToken('18', '90234171') ?? 'nothing';"), 'nothing');
  });

  it('a company whose CUI the application corrected has no authorization', async () => {
    await using stack = await startStack();

    await authorize(stack);

    assert.equal(stack.site.run("echo Spv\\accessToken('17', '90234171') ?? 'nothing';"), 'nothing');
  });

  it('a missing setting is named in the log, and the answer says nothing about it', async () => {
    await using stack = await startStack({ APPLICATION_NAME: '' });

    const answer = await fetch(`${stack.site.baseUrl}/v1/authorization`, { headers: headersOf(stack.site) });

    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /APPLICATION_NAME/);
    assert.match(stack.php.output(), /Set APPLICATION_NAME in the environment or in spv-config\.php/);
  });

  it('a host key that is too short is refused', async () => {
    await using stack = await startStack({ HOST_KEY: 'short' });

    const answer = await fetch(`${stack.site.baseUrl}/v1/authorization`, { headers: headersOf(stack.site) });

    assert.equal(answer.status, 500);
    assert.match(stack.php.output(), /HOST_KEY needs at least 32 characters/);
  });
});

interface PhpStack {
  readonly site: PhpSite;
  readonly mock: MockAnaf;
}

async function startStack(changes: Readonly<Record<string, string>> = {}) {
  const site = await newPhpSite();
  const mock = await startMockAnaf({ clients: [{ ...defaultClient, redirectUris: [`${site.baseUrl}/callback`] }] });
  const { picker, apiPlain } = mock.urls;
  const php = await site.start({ ...defaultClient, loginUrl: picker, tokenUrl: picker, apiUrl: apiPlain }, changes);
  const stop = async () => {
    await php[Symbol.asyncDispose]();
    await mock.stop();
    site.remove();
  };
  return { site, mock, php, [Symbol.asyncDispose]: stop };
}

/** From the button to the page with the result, as Ana Exemplu with her certificate. */
async function authorize({ site, mock }: PhpStack): Promise<void> {
  const response = await fetch(`${site.baseUrl}/v1/attempts`, {
    method: 'POST',
    headers: headersOf(site),
    body: '{"mode":"window"}',
  });
  const { authorizeUrl } = v.parse(startedAttempt, await response.json());
  const browser = new Browser(site.baseUrl);
  const left = await browser.submit(authorizeUrl, { origin: site.origin });
  const { location = '' } = await mock.authorize({ url: left.headers.get('location') ?? '', persona: 'administrator' });
  const page = await browser.visit(location);
  assert.match(await page.text(), /Gata, Exemplu SRL este autorizată/);
}

async function readAuthorization(site: PhpSite) {
  const response = await fetch(`${site.baseUrl}/v1/authorization`, { headers: headersOf(site) });
  return v.parse(authorizationAnswer, await response.json());
}

function headersOf(site: PhpSite): Record<string, string> {
  return {
    authorization: `Bearer ${site.sign({ ...session, exp: Math.floor(Date.now() / 1000) + 900 })}`,
    origin: site.origin,
  };
}

function filesOf(site: PhpSite): string[] {
  return readdirSync(site.dataFolder);
}
