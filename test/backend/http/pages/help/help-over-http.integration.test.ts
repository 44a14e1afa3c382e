import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { authorizationAnswer } from 'spv-authorize/contract';
import { Feedback } from 'spv-authorize-backend/internal/help/feedback.ts';
import * as v from 'valibot';
import { chromiumArguments } from '../../../../support/browsers.ts';
import { chromiumPath } from '../../../../support/requirements.ts';
import { atEndOfFile } from '../../../support/at-end-of-file.ts';
import { findings } from '../../../support/axe.ts';
import { breakQueries, connectionLost } from '../../../support/broken-database.ts';
import { databaseKinds } from '../../../support/databases.ts';
import { setup } from '../../../support/setup.ts';
import { Site } from '../../../support/site.ts';
import type { Stack } from '../../../support/stack.ts';

const scenes = {
  everything: '/help/ro',
  'everything in English': '/help/en',
  'a search': '/help/ro?q=nu+apare+certificatul',
  'a search without answer': '/help/en?q=bicycle',
  thanks: '/help/ro?answered=wrong-pin&helpful=no#wrong-pin',
};

describe('the help in a browser', async () => {
  const stack = await setup({ pathPrefix: '/spv', rateLimits: { pagesPerMinute: 10_000 } });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
  atEndOfFile(() => browser.close());

  for (const [name, path] of Object.entries(scenes)) {
    it(`the help with ${name} is accessible in light and dark, fits 320 px and obeys its own security policy`, async () => {
      const context = await newContext({ viewport: { width: 320, height: 640 } });
      const complaints: string[] = [];
      context.on('console', (message) => complaints.push(message.text()));
      const page = await context.newPage();
      await page.goto(`${stack.publicUrl}${path}`);

      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await findings(page), [], colorScheme);
      }

      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), 'block');
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }

  it('a person without JavaScript searches, follows a link to another topic, and answers that it helped', async () => {
    const page = await openHelp({ javaScriptEnabled: false });

    await page.getByRole('searchbox', { name: 'Caută în ajutor' }).fill('nu mai întreabă');
    await page.getByRole('button', { name: 'Caută' }).click();
    await page.getByRole('heading', { name: /răspuns.* pentru „nu mai întreabă”/i }).waitFor();
    const found = page.locator('#browser-remembers-no-certificate');
    await found.getByRole('link', { name: 'fereastră privată' }).click();
    await page.waitForURL(`${stack.publicUrl}/help/ro#private-window`);
    const topic = page.locator('#private-window');
    await topic.getByRole('button', { name: 'Da' }).click();

    await page.waitForURL(`${stack.publicUrl}/help/ro?answered=private-window&helpful=yes#private-window`);
    await topic.getByText('Mulțumim pentru răspuns.').waitFor();
    assert.ok((await countsOf(stack)).includes('private-window ro yes 1'));
    await page.context().close();
  });

  it('an answer that could not be stored is not lost: the page says so and sends it again', async () => {
    const page = await openHelp();
    const broken = breakQueries(stack.database, connectionLost);

    await page.locator('#wrong-pin').getByRole('button', { name: 'Nu' }).click();
    await page.getByRole('heading', { name: 'Răspunsul tău nu a putut fi trimis' }).waitFor();
    assert.deepEqual(await findings(page), []);
    broken.mend();
    await page.getByRole('button', { name: 'Trimite din nou' }).click();

    await page.getByText('Răspunsul tău ne arată ce trebuie explicat mai bine').waitFor();
    assert.ok((await countsOf(stack)).includes('wrong-pin ro no 1'));
    await page.context().close();
  });

  it('the other language is one link away', async () => {
    const page = await openHelp();

    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Help with the authorization in SPV' }).waitFor();
    await page.getByRole('link', { name: 'Română' }).click();

    await page.getByRole('heading', { name: 'Ajutor la autorizarea în SPV' }).waitFor();
    await page.context().close();
  });

  async function openHelp(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await newContext(options)).newPage();
    await page.goto(`${stack.publicUrl}/help/ro`);
    return page;
  }

  function newContext(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    return browser.newContext({ locale: 'ro-RO', ...options });
  }
});

describe('the help over HTTP', async () => {
  const stack = await setup({ pathPrefix: '/spv' });
  const { origin } = new URL(stack.publicUrl);

  it('the address without language leads to the language that the browser prefers, else to Romanian', async () => {
    const preferences = ['ro-RO', 'en-GB', 'de-DE,de;q=0.9,en;q=0.8', 'de', '*'];

    const answers = await Promise.all(
      preferences.map((language) => open('/help', { headers: { 'accept-language': language }, redirect: 'manual' })),
    );

    const languages = ['ro', 'en', 'en', 'ro', 'ro'];
    for (const { headers } of answers) assert.match(String(headers.get('vary')), /^Accept-Language\b/);
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('location')]),
      languages.map((language) => [302, `${stack.publicUrl}/help/${language}`]),
    );
  });

  it('the element is told the address of the help, and a host may name a help of its own', async () => {
    const site = await Site.open(stack);
    const helpUrl = 'https://ajutor.example.ro/spv';
    const other = await setup({ application: { name: 'FacturaApp', services: ['e-factura'], helpUrl } });
    const otherSite = await Site.open(other);

    const answers = [await site.call('GET', '/authorization'), await otherSite.call('GET', '/authorization')];

    const addresses = answers.map(({ body }) => v.parse(authorizationAnswer, body).application.helpUrl);
    assert.deepEqual(addresses, [`${stack.publicUrl}/help`, helpUrl]);
  });

  it('the help permits its own style and forms only, and sets no cookie', async () => {
    const { headers } = await open('/help/ro');

    assert.match(
      String(headers.get('content-security-policy')),
      /^default-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none';style-src 'sha256-[^ ]+';script-src 'none'$/,
    );
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('content-language'), 'ro');
  });

  it('other paths below /help belong to the host, and other methods are refused', async () => {
    const other = await open('/help/de');
    const put = await open('/help/ro', { method: 'PUT' });

    assert.equal(other.status, 404);
    assert.match(await other.text(), /Cannot GET \/spv\/help\/de/);
    assert.equal(put.status, 405);
    assert.equal(put.headers.get('allow'), 'GET');
  });

  it('an answer from another site is refused and not counted', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site', origin }, {}]) {
      const refused = await sendAnswer({ topic: 'drivers', helpful: 'yes' }, headers);

      assert.equal(refused.status, 403);
      assert.match(await refused.text(), /Răspunsul tău nu a putut fi trimis/);
    }
    assert.ok(!(await countsOf(stack)).join().includes('drivers'));
  });

  for (const form of [
    { topic: 'none', helpful: 'yes' },
    { topic: 'drivers', helpful: 'maybe' },
    { helpful: 'yes' },
    {},
  ]) {
    it(`an answer with the fields ${JSON.stringify(form)} is refused with a page`, async () => {
      const refused = await sendAnswer(form, { origin });

      assert.equal(refused.status, 400);
      assert.match(await refused.text(), /Vezi toate explicațiile/);
    });
  }

  it('an oversized answer is refused with a page', async () => {
    const refused = await sendAnswer({ topic: 'drivers', helpful: 'y'.repeat(20_000) }, { origin });

    assert.equal(refused.status, 413);
    assert.match(await refused.text(), /Răspunsul tău nu a putut fi trimis/);
  });

  it('the address of an answer shows the help when it is opened', async () => {
    const opened = await open('/help/ro/feedback');

    assert.equal(opened.status, 200);
    assert.match(await opened.text(), /<h1>Ajutor la autorizarea în SPV<\/h1>/);
  });

  function open(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`${stack.publicUrl}${path}`, init);
  }

  function sendAnswer(form: Record<string, string>, headers: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams(form);
    return open('/help/ro/feedback', { method: 'POST', body, headers, redirect: 'manual' });
  }
});

it('one address can send 30 answers in a minute; the next ones get a page that offers to send them again', async () => {
  const stack = await setup();
  const { origin } = new URL(stack.publicUrl);
  const send = () =>
    fetch(`${stack.publicUrl}/help/ro/feedback`, {
      ...{ method: 'POST', headers: { origin }, redirect: 'manual' },
      body: new URLSearchParams({ topic: 'validity', helpful: 'yes' }),
    });

  const statuses = [];
  for (let count = 0; count < 30; count += 1) statuses.push((await send()).status);
  const refused = await send();

  assert.deepEqual(statuses, Array(30).fill(303));
  assert.equal(refused.status, 429);
  assert.match(String(refused.headers.get('retry-after')), /^\d+$/);
  assert.match(await refused.text(), /Așteaptă un minut.*Trimite din nou/s);
  assert.deepEqual(await countsOf(stack), ['validity ro yes 30']);
});

for (const database of databaseKinds) {
  it(`answers are counted by topic, language and day (${database})`, async () => {
    const stack = await setup({ database });
    const feedback = new Feedback(stack.database, stack.clock);
    const good = { topic: 'drivers', locale: 'ro', isHelpful: true } as const;

    await Promise.all([feedback.record(good), feedback.record(good), feedback.record({ ...good, isHelpful: false })]);
    stack.clock.advance(24 * 3600);
    await feedback.record(good);
    await feedback.record({ ...good, locale: 'en' });

    assert.deepEqual(await countsOf(stack), ['drivers en yes 1', 'drivers ro no 1', 'drivers ro yes 3']);
    const days = await stack.database.queries.selectFrom('feedback').select('day').distinct().execute();
    assert.equal(days.length, 2);
    for (const { day } of days) assert.match(day, /^\d{4}-\d\d-\d\d$/);
  });
}

async function countsOf({ database, clock }: Stack): Promise<string[]> {
  const counts = await new Feedback(database, clock).counts();
  return counts.map(({ topic, locale, isHelpful, count }) => `${topic} ${locale} ${isHelpful ? 'yes' : 'no'} ${count}`);
}
