import { tenants } from 'spv-authorize-demo/stack';
import { expect, type siteIn, test } from './stack-test.ts';

type Site = Awaited<ReturnType<typeof siteIn>>;
const [, beta] = tenants;

test.describe('an invoice', () => {
  test('is not sent by closing the dialog after the success, and focus comes back', async ({ site, stack }) => {
    await site.openInvoice('1');
    await site.send.click();
    await site.spv.chooseCertificate();
    await (await site.spv.continueToAnaf()).authorizeAs('Ana Exemplu');
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');

    await site.page.keyboard.press('Escape');

    await expect(site.spv.root.getByRole('dialog')).toHaveCount(0);
    await expect(site.send).toBeFocused();
    await expect(site.delivery).toHaveText('Netrimisă');
    expect(stack.mock.journal.entries({ path: '/upload' })).toHaveLength(0);
  });

  test('is refused with a reason when another tab has chosen the other company', async ({ site }) => {
    await authorize(site);
    await site.openInvoice('1');
    const other = await site.page.context().newPage();
    await other.goto(site.page.url());
    await other.getByLabel('Firma').selectOption({ label: beta.party.name });
    await other.getByRole('button', { name: 'Schimbă' }).click();
    await other.waitForURL(/\/facturi$/);

    await site.send.click();

    await expect(site.outcome).toHaveText(/^Factura nu este a firmei alese acum\./);
  });

  test('shows its own company’s authorization when another tab has chosen the other company', async ({ site }) => {
    await authorize(site);
    await site.page.context().addCookies([{ name: 'firma', value: beta.companyId, url: site.page.url() }]);
    const session = await site.spv.root.getAttribute('session-url');

    expect(session).not.toContain(beta.companyId);
    await site.spv.button('Verifică acum').click();
    await expect(site.spv.root).toContainText('Activă');
  });

  test('says why its ZIP cannot be fetched while ANAF is down', async ({ site, stack }) => {
    await authorize(site);
    stack.mock.scenarios.add({ name: 'api-unavailable' });

    const answer = await site.page.goto(new URL('/primite/1.zip', site.page.url()).href);

    expect(answer?.status()).toBe(503);
    await expect(site.page.getByText('ANAF nu răspunde acum')).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an invoice that cannot be sent says why on its page', async ({ site }) => {
    await site.openInvoice('1');

    await site.send.click();

    await expect(site.outcome).toHaveText('Firma nu a autorizat aplicația în SPV.');
    await expect(site.page.getByRole('heading', { level: 1 })).toContainText('Factura');
  });
});

async function authorize(site: Site): Promise<void> {
  await site.openIntegration();
  await (await site.spv.start()).authorizeAs('Ana Exemplu');
  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
  await site.spv.button('Gata').click();
}
