import type { Locator } from '@playwright/test';
import { expect, test } from '../support/console-test.ts';

test.use({ locale: 'en-GB' });

test('a person can use the whole console with the keyboard alone', async ({ adminConsole, mock, page }) => {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (wanted: Locator) => {
    for (let count = 0; count < 60; count += 1) {
      await press('Tab');
      if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    }
    throw new Error(`Tab never reached ${wanted}`);
  };
  await adminConsole.open('companies');
  await page.getByRole('heading', { level: 1 }).waitFor();

  await press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to content' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Skip to content' })).toBeInViewport();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Companies' })).toBeFocused();

  await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
  await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeFocused();
  await tabTo(page.getByRole('switch', { name: 'login-denied', exact: true }));
  await press(' ');
  await expect(page.getByRole('switch', { name: 'login-denied', exact: true })).toBeChecked();
  expect(mock.scenarios.active()).toEqual([{ name: 'login-denied' }]);

  await page.getByRole('link', { name: 'People' }).focus();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'People' })).toBeFocused();
  await tabTo(page.getByRole('tab', { name: 'Chrome' }));
  await press('ArrowRight', 'ArrowRight');
  await expect(page.getByRole('tab', { name: 'Windows' })).toBeFocused();
  await expect(page.getByRole('tabpanel')).toContainText('certutil -user');

  for (const path of ['/one', '/two', '/three']) await fetch(mock.urls.apiPlain + path);
  await page.getByRole('link', { name: 'Journal' }).focus();
  await press('Enter');
  await page.getByRole('button', { name: /three/ }).waitFor();
  await tabTo(page.getByRole('button', { name: 'Clear' }));
  await press('Tab', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
  await expect(page.getByRole('button', { name: /two/ })).toBeFocused();
  await expect(page.locator('.details')).toContainText('no route for GET /two');

  await page.getByRole('link', { name: 'Token' }).focus();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Token inspector' })).toBeFocused();
  await press('Tab');
  await page.keyboard.type('hello');
  await press('Tab', 'Enter');
  await expect(page.getByRole('heading', { name: 'Not valid' })).toBeVisible();
});
