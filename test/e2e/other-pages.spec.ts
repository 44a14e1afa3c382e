import { AnafPicker } from './pages/anaf-picker.ts';
import { expect, test } from './stack-test.ts';

test('a page that is reloaded while ANAF’s window is open shows the success', async ({ site }) => {
  await site.openIntegration();
  const anaf = await site.spv.start();
  // The page itself navigates the window to ANAF. A reload before that would leave the window empty.
  await expect(anaf.page.getByRole('radio', { name: 'Ana Exemplu' })).toBeVisible();
  await site.page.reload();
  await expect(site.spv.button('Autorizează')).toBeVisible();

  await anaf.authorizeAs('Ana Exemplu');

  await expect(site.spv.status).toHaveText('Activă');
});

test('the address for a private window authorizes the company from another browser', async ({
  site,
  openElsewhere,
}) => {
  await site.openIntegration();
  await site.spv.start();
  const address = await site.spv.privateWindowAddress();
  const elsewhere = await openElsewhere({ locale: 'ro-RO' });

  await elsewhere.page.goto(address);
  await elsewhere.page.getByRole('button', { name: 'Continuă la ANAF' }).click();
  await new AnafPicker(elsewhere.page).authorizeAs('Ana Exemplu');

  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
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
