import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, siteIn, test } from './stack-test.ts';

/** What axe finds on the page as it stands, in one line a finding. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} — ${node.failureSummary}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}, 320 px wide`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 800 } });

    test('on the pages of the site', async ({ site }) => {
      for (const open of [() => site.openIntegration(), () => site.openInvoice('1'), () => site.openReceived()]) {
        await open();
        await site.page.waitForLoadState('networkidle');
        expect(await findings(site.page)).toEqual([]);
      }
    });

    test('on the way through ANAF’s window, and on the result', async ({ site }) => {
      await site.openIntegration();
      const anaf = await site.spv.start();
      await anaf.page.getByRole('button', { name: 'OK', exact: true }).waitFor();
      expect(await findings(anaf.page)).toEqual([]);
      await anaf.choose('Ioana Beta');
      await anaf.page.getByLabel('PIN', { exact: true }).waitFor();
      expect(await findings(anaf.page)).toEqual([]);
      await anaf.enterPin('1234');
      await anaf.page.waitForURL(/callback/);
      await anaf.page.waitForLoadState();
      expect(await findings(anaf.page)).toEqual([]);
    });

    test('on the page that says who asks', async ({ site, stack, browser }) => {
      await site.openIntegration();
      await site.spv.start();
      const address = await site.page.evaluate(
        () =>
          document.querySelector('spv-authorize')?.shadowRoot?.querySelector<HTMLInputElement>('input[readonly]')
            ?.value,
      );
      const elsewhere = await siteIn(await browser.newContext({ colorScheme, locale: 'ro-RO' }), stack);
      await elsewhere.page.goto(address ?? 'about:blank');
      await expect(elsewhere.page.getByText('Exemplu SRL').first()).toBeVisible();
      expect(await findings(elsewhere.page)).toEqual([]);
    });
  });
}
