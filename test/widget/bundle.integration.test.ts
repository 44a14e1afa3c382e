import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from '@playwright/test';
import express from 'express';
import { exampleAnswer } from 'spv-authorize';
import { chromiumArguments } from '../support/browsers.ts';
import { chromiumPath } from '../support/requirements.ts';
import { bundle } from './support/built-bundle.ts';
import { until } from './support/until.ts';

const answer = { ...exampleAnswer, capabilities: [...exampleAnswer.capabilities, 'links', 'link-mail'] };
/** The page of a host that has renamed the first file and versions its address. */
const pageScript = `
  import { HttpAdapter, SpvAuthorize } from '/deep/assets/spv.js?v=7';

  const answer = await (await fetch('/answer.json')).json();
  const element = new SpvAuthorize();
  element.adapter = new HttpAdapter({
    baseUrl: 'https://spv.example',
    getSession: async () => 'session',
    fetch: async (address) => Response.json(address.endsWith('links') ? { now: answer.now, links: [] } : answer),
  });
  document.body.append(element);
`;
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

describe('the bundle on a page that has renamed its first file, with a strict CSP', () => {
  let browser: Browser;

  before(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
  });
  after(() => browser.close());

  it('the link’s screen is loaded beside the first file, which is loaded once', async () => {
    await using site = await startSite(browser, 'ro');
    await openLinks(site.page);

    await site.page.getByRole('heading', { name: 'Link pentru contabil' }).waitFor();

    assert.deepEqual(site.requests(/spv\.js/), ['/deep/assets/spv.js?v=7']);
    assert.equal(site.requests(/delegation/).length, 1);
    assert.deepEqual(site.requests(/-en-/), []);
    assert.deepEqual(site.violations, []);
  });

  it('a page in English loads the English texts before it shows anything', async () => {
    await using site = await startSite(browser, 'en');

    await site.page.getByRole('button', { name: 'Authorize' }).waitFor();

    assert.equal(site.requests(/-en-/).length, 1);
    assert.deepEqual(site.violations, []);
  });

  it('a page in English shows Romanian texts, marked as such, when the English ones cannot be loaded', async () => {
    await using site = await startSite(browser, 'en', 99);

    await site.page.getByRole('button', { name: 'Autorizează' }).waitFor();

    assert.equal(site.requests(/-en-/).length, 2);
    assert.equal(await site.page.locator('.panel').getAttribute('lang'), 'ro');
  });

  it('a file that could not be loaded is loaded again once by itself', async () => {
    await using site = await startSite(browser, 'ro', 1);
    await openLinks(site.page);

    await site.page.getByRole('heading', { name: 'Link pentru contabil' }).waitFor();

    assert.equal(site.requests(/delegation/).length, 2);
  });

  it('a screen that cannot be loaded says so, and can be left or tried again', async () => {
    await using site = await startSite(browser, 'ro', 6);
    const { page } = site;
    await openLinks(page);
    await page.getByRole('heading', { name: 'Nu am putut încărca acest ecran' }).waitFor();
    // Two requests for the question before it, and two for the screen itself.
    assert.equal(site.requests(/delegation/).length, 4);
    await page.getByRole('button', { name: 'Înapoi' }).click();
    await page.getByRole('heading', { name: 'Cine are certificatul digital' }).waitFor();
    await site.hasRequested(/delegation/, 6);
    await page.getByRole('button', { name: 'Obține accesul prin contabil' }).click();

    await page.getByRole('heading', { name: 'Link pentru contabil' }).waitFor();
  });

  it('the button "try again" loads a screen that could not be loaded', async () => {
    await using site = await startSite(browser, 'ro', 4);
    await openLinks(site.page);
    await site.page.getByRole('button', { name: 'Încearcă din nou' }).click();

    await site.page.getByRole('heading', { name: 'Link pentru contabil' }).waitFor();
  });
});

async function openLinks(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Autorizează' }).click();
  await page.getByRole('button', { name: 'Obține accesul prin contabil' }).click();
}

/** A site with the bundle below another path. `failures`: how often a file that is loaded on demand is not found at first. */
async function startSite(browser: Browser, language: string, failures = 0) {
  const files = await bundle();
  const requested: string[] = [];
  let left = failures;
  const app = express();
  app.use((request, response, next) => {
    requested.push(request.originalUrl);
    response.set('Content-Security-Policy', policy);
    next();
  });
  app.get('/', (_request, response) => {
    response.send(`<!doctype html><html lang="${language}"><title>Site</title>
      <script type="module" src="/page.js"></script><body></body></html>`);
  });
  app.get('/page.js', (_request, response) => response.type('js').send(pageScript));
  app.get('/answer.json', (_request, response) => response.json(answer));
  app.get('/deep/assets/:name', (request, response) => {
    const { name } = request.params;
    const isFirst = name === 'spv.js';
    const file = files.find(({ fileName }) => fileName === (isFirst ? 'spv-authorize.min.js' : name));
    if (!isFirst && left > 0) left -= 1;
    else if (file) return response.type('js').send(file.code);
    return response.sendStatus(404);
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');

  const context = await browser.newContext();
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${address.port}/`);
  return {
    page,
    violations,
    /** Resolves when so many requests have been made. */
    hasRequested: (pattern: RegExp, count: number) =>
      until(() => requested.filter((url) => pattern.test(url)).length >= count, `${count} requests for ${pattern}`),
    requests: (pattern: RegExp) => requested.filter((url) => pattern.test(url)),
    async [Symbol.asyncDispose]() {
      await context.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
