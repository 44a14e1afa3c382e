import { expect, test } from './stack-test.ts';

test('a page that is reloaded while ANAF’s window is open shows the success', async ({ site }) => {
  await site.openIntegration();
  const anaf = await site.spv.start();
  // The page itself leads the window to ANAF. Reloaded before that, it would leave the window empty.
  await expect(anaf.page.getByRole('radio', { name: 'Ana Exemplu' })).toBeVisible();
  await site.page.reload();
  await expect(site.spv.button('Autorizează')).toBeVisible();

  await anaf.authorizeAs('Ana Exemplu');

  await expect(site.spv.status).toHaveText('Activă');
});

test('a second tab shows an authorization and its disconnection by the first', async ({ site }) => {
  await site.openIntegration();
  const other = await site.inNewTab();
  await expect(other.spv.button('Autorizează')).toBeVisible();

  await site.comeToFront();
  await site.authorizeAs('Ana Exemplu');
  await expect(other.spv.status).toHaveText('Activă');

  await site.spv.disconnect();
  await expect(other.spv.button('Autorizează')).toBeVisible();
});
