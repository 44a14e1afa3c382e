import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './stack-test.ts';

const confirmation = 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL';
const blocksForms = { 'http-equiv': 'Content-Security-Policy', content: "form-action 'self'" };
const hidesOrigin = { name: 'referrer', content: 'no-referrer' };
const oldBundle = fileURLToPath(new URL('../widget/old-pages/2026-11.min.js', import.meta.url));

test('a link to the address of an attempt shows who asks, even when it stands on a page of the site', async ({
  site,
}) => {
  await site.openIntegration();
  await site.spv.start();
  const address = await site.spv.privateWindowAddress();

  await site.page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, textContent: 'Factura ta' });
    document.body.prepend(link);
  }, address);
  await site.page.getByRole('link', { name: 'Factura ta' }).click();

  await expect(site.page.getByRole('heading', { level: 1 })).toHaveText(confirmation);
  await expect(site.page.getByText('din contul Pop Consulting (Condei)')).toBeVisible();
});

test('a window asks the person first where the policy of the page blocks forms to the backend', async ({ site }) => {
  await site.openIntegration();
  await addMeta(site.page, blocksForms);

  const anaf = await site.spv.start();
  await expect(anaf.page.getByRole('heading', { level: 1 })).toHaveText(confirmation);
  await anaf.page.getByRole('button', { name: 'Continuă la ANAF' }).click();
  await anaf.authorizeAs('Ana Exemplu');

  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
});

test('a window of a page that hides its origin leads to ANAF at once', async ({ site }) => {
  await site.openIntegration();
  await addMeta(site.page, hidesOrigin);

  const anaf = await site.spv.start();
  await anaf.authorizeAs('Ana Exemplu');

  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
});

for (const [reason, meta] of [
  ['the policy of the page blocks forms to the backend', blocksForms],
  ['the page hides its origin', hidesOrigin],
] as const) {
  test(`this tab asks the person first where ${reason}`, async ({ site }) => {
    await site.blockWindows();
    await site.openIntegration();
    await addMeta(site.page, meta);
    await site.spv.prepare();

    await site.spv.button('Continuă la ANAF').click();
    await site.spv.button('Continuă în această filă').click();

    await expect(site.page.getByRole('heading', { level: 1 })).toHaveText(confirmation);
    await site.page.getByRole('button', { name: 'Continuă la ANAF' }).click();
    await site.page.waitForURL(/my\.policy/);
  });
}

test('a page with an element of an earlier version, which sends no form, asks the person first', async ({ site }) => {
  await site.page.route('**/assets/integration.js', (route) => route.fulfill({ path: oldBundle }));
  await site.openIntegration();

  const anaf = await site.spv.start();
  await expect(anaf.page.getByRole('heading', { level: 1 })).toHaveText(confirmation);
  await anaf.page.getByRole('button', { name: 'Continuă la ANAF' }).click();
  await anaf.authorizeAs('Ana Exemplu');

  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
});

/** Adds a `<meta>` to the page that is open. */
async function addMeta(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((values) => {
    const meta = document.createElement('meta');
    for (const [name, value] of Object.entries(values)) meta.setAttribute(name, value);
    document.head.append(meta);
  }, attributes);
}
