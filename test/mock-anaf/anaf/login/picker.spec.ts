import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { authorizeUrl, startMock } from '../../support/login.ts';

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function isWithinWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['ro-RO', 'en-GB']) {
    test.describe(`the picker, ${colorScheme}, ${locale}, 320 px wide`, () => {
      test.use({ colorScheme, locale, viewport: { width: 320, height: 640 } });

      test('no state of the picker has an axe violation or overflows its width', async ({ page }) => {
        await using mock = await startMock();
        await page.goto(authorizeUrl(mock.urls.picker));
        const press = (act: string) => page.locator(`button[value=${act}]`).click();
        const look = async () => expect([await findings(page), await isWithinWidth(page)]).toEqual([[], true]);

        await look();
        await press('choose');
        await look();
        for (const pin of ['1', '2', '3']) {
          await page.locator('input[name=pin]').fill(pin);
          await press('pin');
          await page.getByRole('alert').waitFor();
          await look();
        }
        await press('back');
        await press('unplug');
        await page.locator('button[value=plug]').waitFor();
        await look();
        for (const path of ['/my.logout.php3', '/vdesk/hangup.php3', '/anaf-oauth2/v1/authorize']) {
          await page.goto(mock.urls.picker + path);
          await look();
        }
      });
    });
  }
}

test('the picker works with the keyboard alone and without scripts', async ({ browser }) => {
  await using mock = await startMock();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(authorizeUrl(mock.urls.picker));

  await expect(page.locator('input[value=administrator]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('input[name=pin]').waitFor();
  await page.keyboard.type('1234');
  // Nothing listens at the application's address. The test only checks that the browser is sent there.
  const [callback] = await Promise.all([page.waitForRequest('http://localhost:4001/**'), page.keyboard.press('Enter')]);

  expect(new URL(callback.url()).searchParams.get('code')).toMatch(/^[0-9a-f]{64}$/);
  expect(mock.journal.entries({ reason: 'the certificate was accepted' })[0]?.about.persona).toBe('accountant');
  await context.close();
});
