import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import type { InvoicingSite } from './pages/invoicing-site.ts';
import { expect, test } from './stack-test.ts';

/** What axe finds on the page as it is now, one line per finding. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} — ${node.failureSummary}`),
  );
}

interface SitePage {
  readonly name: string;
  readonly open: (site: InvoicingSite) => Promise<void>;
  /** Visible once the page is complete. */
  readonly complete: (site: InvoicingSite) => Locator;
}

const sitePages: readonly SitePage[] = [
  {
    name: 'the settings page',
    open: (site) => site.openIntegration(),
    complete: (site) => site.spv.button('Autorizează'),
  },
  { name: 'an invoice', open: (site) => site.openInvoice('1'), complete: (site) => site.send },
  {
    name: 'the page of received invoices',
    open: (site) => site.openReceived(),
    complete: (site) => site.page.getByRole('link', { name: 'Autorizează în SPV' }),
  },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`accessibility, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 800 } });

    for (const { name, open, complete } of sitePages) {
      test(`axe finds nothing on ${name} in ${colorScheme} colours at 320 px`, async ({ site }) => {
        await open(site);
        await expect(complete(site)).toBeVisible();

        expect(await findings(site.page)).toEqual([]);
      });
    }

    test(`axe finds nothing on ANAF’s dialogs and on the result page in ${colorScheme} colours at 320 px`, async ({
      site,
    }) => {
      await site.openIntegration();
      const anaf = await site.spv.start();
      await expect(anaf.page.getByRole('button', { name: 'OK', exact: true })).toBeVisible();
      expect(await findings(anaf.page)).toEqual([]);
      await anaf.choose('Ioana Beta');
      await expect(anaf.page.getByLabel('PIN', { exact: true })).toBeVisible();
      expect(await findings(anaf.page)).toEqual([]);
      await anaf.enterPin('1234');
      await expect(anaf.page.getByRole('button', { name: 'Închide fereastra' })).toBeVisible();
      expect(await findings(anaf.page)).toEqual([]);
    });

    test(`axe finds nothing on the page that says who asks in ${colorScheme} colours at 320 px`, async ({
      site,
      openElsewhere,
    }) => {
      await site.openIntegration();
      await site.spv.start();
      const elsewhere = await openElsewhere({ colorScheme, locale: 'ro-RO', viewport: { width: 320, height: 800 } });

      await elsewhere.page.goto(await site.spv.privateWindowAddress());
      await expect(elsewhere.page.getByRole('button', { name: 'Continuă la ANAF' })).toBeVisible();

      expect(await findings(elsewhere.page)).toEqual([]);
    });
  });
}
