import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, expect } from '@playwright/test';
import { defaultClient, defaultCompanies, startMockAnaf } from 'mock-anaf';
import { hostSecret } from '../../backend/support/keys.ts';
import { ReferenceBackend } from '../../conformance/support/reference-backend.ts';
import { SpvElement } from '../../e2e/pages/spv-element.ts';
import { chromiumPath } from '../../support/requirements.ts';
import { freePort } from '../support/free-port.ts';
import { type Program, startProgram } from '../support/program.ts';

interface Example {
  readonly language: string;
  readonly file: string;
  start(port: number, backendUrl: string): Promise<Program>;
}

const examples: readonly Example[] = [
  {
    language: 'PHP',
    file: 'demo/examples/php/index.php',
    start: (port, backendUrl) =>
      startProgram({
        command: 'php',
        args: ['-S', `localhost:${port}`, 'demo/examples/php/index.php'],
        env: { HOST_KEY: hostSecret, SPV_BACKEND: backendUrl },
        ready: /Development Server .* started/,
      }),
  },
  {
    language: 'Python',
    file: 'demo/examples/python/host.py',
    start: (port, backendUrl) =>
      startProgram({
        command: 'python3',
        args: ['-u', 'demo/examples/python/host.py'],
        env: { HOST_KEY: hostSecret, SPV_BACKEND: backendUrl, PORT: String(port) },
        ready: /Open http/,
      }),
  },
];

describe('the pages in other languages', () => {
  let browser: Browser;
  before(async () => {
    execFileSync('npm', ['run', 'build', '--silent', '-w', 'widget'], { stdio: 'pipe' });
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  });
  after(() => browser.close());

  for (const { language, file, start } of examples) {
    it(`the page in ${language} has at most 40 lines that are not blank`, () => {
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');

      assert.ok(lines.length <= 40, `it has ${lines.length}`);
    });

    it(`a person authorizes on the page in ${language}, and the page sends an invoice`, async () => {
      await using stack = await startStack(start);
      const page = await browser.newPage();
      await page.goto(stack.siteUrl);
      const element = new SpvElement(page);

      await expect(element.button('Autorizează')).toBeVisible();
      await page.getByRole('button', { name: 'Trimite e-Factura' }).click();
      await expect(page.getByText('Netrimisă: The company has no active authorization.')).toBeVisible();
      const picker = await element.start();
      await picker.authorizeAs('Ana Exemplu');
      await expect(element.button('Gata')).toBeVisible();
      await page.goto(stack.siteUrl);
      await expect(element.status).toHaveText('Activă');
      await page.getByRole('button', { name: 'Trimite e-Factura' }).click();

      await expect(page.getByText(/^Trimisă la ANAF, încărcarea \d+$/)).toBeVisible();
      const uploads = stack.mock.journal.entries({ path: '/upload', about: { cif: defaultCompanies[0].cui } });
      assert.equal(uploads.length, 1);
      await page.close();
    });

    it(`the page in ${language} makes no session for the page of another site`, async () => {
      await using stack = await startStack(start);

      const headers = { origin: 'https://elsewhere.example' };
      const answer = await fetch(`${stack.siteUrl}/spv-session`, { method: 'POST', headers });

      assert.doesNotMatch(await answer.text(), /"session"/);
    });
  }
});

async function startStack(start: Example['start']) {
  const cleanUp = new AsyncDisposableStack();
  const backend = cleanUp.use(await ReferenceBackend.create());
  const redirectUri = `${backend.baseUrl}/callback`;
  const mock = await startMockAnaf({ clients: [{ ...defaultClient, redirectUris: [redirectUri] }] });
  cleanUp.defer(() => mock.stop());
  const port = await freePort();
  const siteUrl = `http://localhost:${port}`;
  const { picker, apiPlain } = mock.urls;
  const anaf = { loginUrl: picker, tokenUrl: picker, apiUrl: apiPlain, environment: 'test' as const };
  await backend.start({ ...anaf, ...defaultClient, redirectUri }, { origin: siteUrl });
  cleanUp.use(await start(port, backend.baseUrl));
  return { siteUrl, mock, [Symbol.asyncDispose]: () => cleanUp.disposeAsync() };
}
