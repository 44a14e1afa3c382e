import { expect, test } from './stack-test.ts';

test('a page that was reloaded while ANAF’s window is open learns of the success', async ({ site }) => {
  await site.openIntegration();
  const anaf = await site.spv.start();
  // The page leads the window there; one that is gone before that leaves it empty.
  await expect(anaf.page.getByRole('radio', { name: 'Ana Exemplu' })).toBeVisible();
  await site.page.reload();
  await expect(site.spv.button('Autorizează')).toBeVisible();

  await anaf.authorizeAs('Ana Exemplu');

  await expect(site.spv.root).toContainText('Activă');
});

test('a second tab learns of the success and of the end', async ({ site }) => {
  await site.openIntegration();
  const second = await site.page.context().newPage();
  await second.goto(site.page.url());
  const other = second.locator('spv-authorize');
  await expect(other.getByRole('button', { name: 'Autorizează', exact: true })).toBeVisible();

  await (await site.spv.start()).authorizeAs('Ana Exemplu');
  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
  await expect(other).toContainText('Activă');

  await site.spv.button('Gata').click();
  await site.spv.button('Deconectează').click();
  await site.spv.button('Deconectează').click();
  await expect(other.getByRole('button', { name: 'Autorizează', exact: true })).toBeVisible();
});
