import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { defaultLogger } from 'spv-authorize-backend/internal/configuration/default-logger.ts';
import { listen } from 'spv-authorize-backend/internal/http/listen.ts';
import { chromiumArguments } from '../../../support/browsers.ts';
import { chromiumPath } from '../../../support/requirements.ts';
import { findings } from '../../support/axe.ts';
import { callbackIn, pageStates } from '../../support/page-states.ts';
import { setup } from '../../support/setup.ts';

describe('the browser pages', async () => {
  const stack = await setup({ rateLimits: { pagesPerMinute: 10_000 } });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
  after(() => browser.close());

  for (const [name, open] of Object.entries(pageStates)) {
    it(`the page "${name}" is accessible in light and dark, fits 320 px and obeys its own security policy`, async () => {
      const context = await newContext({ viewport: { width: 320, height: 640 } });
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text());
      });
      const page = await open(stack, context);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), 'grid');
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('details')) element.open = true;
      });

      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findings(page), [], colorScheme);
      }

      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  it('the pages are in Romanian or English as the browser prefers, else in Romanian', async () => {
    const preferences = ['ro-RO', 'en-GB', 'de-DE,de;q=0.9,en;q=0.8', 'de', '*'];

    const answers = await Promise.all(
      preferences.map((language) => fetch(`${stack.publicUrl}/callback`, { headers: { 'accept-language': language } })),
    );

    const languages = answers.map(({ headers }) => headers.get('content-language'));
    assert.deepEqual(languages, ['ro', 'en', 'en', 'ro', 'ro']);
  });

  it('the confirmation page works without script, by a form', async () => {
    const context = await newContext({ javaScriptEnabled: false });
    const confirmation = await pageStates.confirmation(stack, context);
    const failure = await pageStates["another company's certificate"](stack, context);

    assert.match(await failure.locator('main').innerText(), /Poți închide această fereastră/);
    await confirmation.getByRole('button', { name: 'Continuă la ANAF' }).click();
    await confirmation.waitForURL(`${stack.mock.urls.picker}/**`);
    await context.close();
  });

  it('the pages forbid framing, caching and referrers', async () => {
    const response = await fetch(`${stack.publicUrl}/callback`);

    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(response.headers.get('x-frame-options'), 'DENY');
    assert.equal(response.headers.get('cross-origin-opener-policy'), null);
    assert.equal(response.headers.get('strict-transport-security'), null);
    const policy = response.headers.get('content-security-policy');
    assert.ok(policy);
    assert.match(policy, /default-src 'none'.*frame-ancestors 'none'/);
    assert.ok(!policy.includes('upgrade-insecure-requests'));
  });

  it('on https the pages send HSTS for their own host without its subdomains', async () => {
    const publicUrl = 'https://app.example/spv';
    const onHttps = await setup({ publicUrl });
    const options = { host: '127.0.0.1', port: 0, publicUrl, logger: defaultLogger('silent') };
    const listening = await listen(onHttps.backend.router, options);
    after(() => listening.stop());

    const paths = ['/callback', '/v1/authorization', '/nothing'];
    const answers = await Promise.all(paths.map((path) => fetch(`http://127.0.0.1:${listening.port}/spv${path}`)));

    const lines = answers.map(({ headers }) => headers.get('strict-transport-security'));
    assert.deepEqual(lines, Array(3).fill('max-age=31536000'));
  });

  it('the result page removes code and state from its address', async () => {
    const context = await newContext();
    const page = await pageStates['no company'](stack, context);

    await page.waitForURL(new RegExp(`^${stack.publicUrl}/callback\\?result=[0-9a-f]{16}$`));
    await context.close();
  });

  for (const name of ['succeeded', "another company's certificate", 'ANAF silent afterwards'] as const) {
    it(`the result page shows its result again after a reload: ${name}`, async () => {
      const context = await newContext();
      const page = await pageStates[name](stack, context);
      const first = await page.locator('h1').innerText();

      const answer = await page.reload();

      assert.ok(answer);
      assert.equal(answer.status(), 200);
      assert.equal(await page.locator('h1').innerText(), first);
      await context.close();
    });
  }

  it('the result page signals the waiting page over all three channels and closes after a success', async () => {
    const context = await newContext();
    const waiting = await context.newPage();
    // A page of the backend's own origin receives all three signals.
    await waiting.goto(`${stack.publicUrl}/healthz`);
    const callback = await callbackIn(stack, context, {
      persona: 'administrator',
      origin: new URL(stack.publicUrl).origin,
    });
    await waiting.evaluate(listenForSignals);
    const popup = waiting.waitForEvent('popup');

    await waiting.evaluate((url) => void window.open(url), callback);
    const result = await popup;
    await result.waitForEvent('close');

    await untilHeard(waiting, ['BroadcastChannel', 'postMessage', 'storage']);
    await context.close();
  });

  it('the result page sends no message to a window of another origin', async () => {
    const context = await newContext();
    const waiting = await context.newPage();
    await waiting.goto(`${stack.publicUrl}/healthz`);
    const callback = await callbackIn(stack, context, { persona: 'no-company' });
    await waiting.evaluate(listenForSignals);
    const popup = waiting.waitForEvent('popup');

    await waiting.evaluate((url) => void window.open(url), callback);
    const result = await popup;
    const closed = result.waitForEvent('close');
    // The window may close before Playwright has completed the click.
    await Promise.allSettled([result.getByRole('button', { name: 'Închide fereastra' }).click(), closed]);
    assert.ok(result.isClosed());

    await untilHeard(waiting, ['BroadcastChannel']);
    // A message of the result page would arrive before one that is sent after the page has closed.
    await waiting.evaluate(() => postMessage({ type: 'last' }));
    const heard = await untilHeard(waiting, ['last']);
    assert.ok(!heard.includes('postMessage'), heard.join());
    await context.close();
  });

  function newContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    return browser.newContext({ locale: 'ro-RO', ...options });
  }
});

/** Runs in the page. */
function listenForSignals(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  new BroadcastChannel('spv-authorize').addEventListener('message', () => heard.push('BroadcastChannel'));
  addEventListener('storage', ({ key }) => key === 'spv-authorize' && heard.push('storage'));
  addEventListener('message', ({ data }) => {
    heard.push(data.type === 'spv-authorize:look-again' ? 'postMessage' : data.type);
  });
}

/** Waits until a page has received all of these signals. Returns everything that it has received. */
async function untilHeard(page: Page, signals: readonly string[]): Promise<string[]> {
  const heard = await page.waitForFunction((wanted) => {
    const { heard: received } = globalThis as unknown as { heard: string[] };
    return wanted.every((signal) => received.includes(signal)) && received;
  }, signals);
  const received = await heard.jsonValue();
  assert.ok(received);
  return received;
}
