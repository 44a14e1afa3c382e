import { expect, test } from './stack-test.ts';

/** Longer than a session of the element, which lives 15 minutes. */
const sessionEndsSeconds = 16 * 60;

test('closing the dialog after a successful authorization sends nothing and returns focus to the button', async ({
  site,
  stack,
}) => {
  await site.beginInDialog('1');
  await (await site.spv.continueToAnaf()).authorizeAs('Ana Exemplu');
  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');

  await site.page.keyboard.press('Escape');

  await expect(site.spv.root.getByRole('dialog')).toHaveCount(0);
  await expect(site.send).toBeFocused();
  // The page's script removes the attribute when it has finished. If it sent the invoice, it did so before.
  await expect(site.send).not.toHaveAttribute('aria-disabled');
  await site.page.reload();
  await expect(site.delivery).toHaveText('Netrimisă');
  expect(stack.mock.journal.entries({ path: '/upload' })).toHaveLength(0);
});

test('an invoice is not sent after another tab has chosen the other company, and the page says why', async ({
  site,
}) => {
  await site.authorizeAs('Ana Exemplu');
  await site.openInvoice('1');
  const other = await site.inNewTab();
  await other.switchCompany('Beta Comerț SRL');

  await site.comeToFront();
  await site.send.click();

  await expect(site.outcome).toHaveText(/^Factura nu este a firmei alese acum\./);
});

test('a page renews its session for its own company after another tab has chosen the other company', async ({
  site,
  stack,
}) => {
  await site.authorizeAs('Ana Exemplu');
  const other = await site.inNewTab();
  await other.switchCompany('Beta Comerț SRL');
  await expect(other.spv.button('Autorizează')).toBeVisible();
  const checksOfExemplu = () => stack.mock.journal.count({ path: '/listaMesajeFactura', about: { cif: '90123459' } });
  const before = checksOfExemplu();
  expect(before, 'the authorization has asked ANAF for the right').toBeGreaterThan(0);

  // The next call of this page is refused, so that the element asks the site for a new session.
  stack.mock.clock.advance(sessionEndsSeconds);
  await site.comeToFront();
  await site.spv.button('Verifică acum').click();

  await expect.poll(checksOfExemplu).toBe(before + 1);
  await expect(site.spv.button('Verifică acum')).toBeVisible();
  await expect(site.spv.status).toHaveText('Activă');
});

test('the address of a received ZIP says why it cannot be fetched while ANAF is down', async ({ site, stack }) => {
  await site.authorizeAs('Ana Exemplu');
  stack.mock.scenarios.add({ name: 'api-unavailable' });
  const answered = site.page.waitForResponse(/\/primite\/1\.zip$/);

  await site.page.goto(`${stack.siteUrl}/primite/1.zip`);

  expect((await answered).status()).toBe(503);
  await expect(site.page.getByText('ANAF nu răspunde acum')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('without JavaScript the page of an invoice that cannot be sent says why', async ({ site }) => {
    await site.openInvoice('1');

    await site.send.click();

    await expect(site.outcome).toHaveText('Firma nu a autorizat aplicația în SPV.');
    await expect(site.page.getByRole('heading', { level: 1 })).toContainText('Factura');
  });
});
