import { readFile } from 'node:fs/promises';
import { tenants } from 'spv-authorize-demo/stack';
import { expect, siteIn, test } from './stack-test.ts';

const [exemplu, beta] = tenants;

test.describe('a company authorizes through the picker', () => {
  test('from its settings, and its invoice is accepted by ANAF and fetched by the other company', async ({
    site,
    stack,
  }) => {
    await site.openIntegration();
    const anaf = await site.spv.start();
    await anaf.authorizeAs('Ana Exemplu');
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    await site.spv.button('Gata').click();
    await expect(site.spv.root).toContainText('Activă');

    await site.openInvoice('1');
    await site.send.click();
    await expect(site.delivery).toHaveText('În prelucrare la ANAF');
    await site.checkDelivery();
    await expect(site.delivery).toHaveText('Acceptată');
    const uploads = stack.mock.journal.entries({ path: '/upload', status: 200 });
    expect(uploads.map(({ about }) => about.cif)).toEqual([exemplu.party.taxId]);

    await site.switchCompany(beta.party.name);
    await site.openIntegration();
    await (await site.spv.start()).authorizeAs('Ioana Beta');
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    await site.openReceived();
    await expect(site.page.getByRole('row')).toHaveCount(2);
    const [download] = await Promise.all([
      site.page.waitForEvent('download'),
      site.page.getByRole('link', { name: 'Descarcă ZIP' }).click(),
    ]);
    const archive = await readFile(await download.path());
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    expect(archive.includes('semnatura_')).toBe(true);
  });

  test('from the invoice by Trimite e-Factura, which sends it when the authorization ends', async ({ site, stack }) => {
    await site.openInvoice('1');
    await site.send.click();
    await site.spv.chooseCertificate();
    const anaf = await site.spv.continueToAnaf();
    await anaf.authorizeAs('Ana Exemplu');
    await site.spv.root.getByRole('button', { name: 'Trimite e-Factura' }).click();

    await expect(site.delivery).toHaveText('În prelucrare la ANAF');
    expect(stack.mock.journal.entries({ path: '/upload', status: 200 })).toHaveLength(1);
  });
});

test.describe('with the backend in the site’s own origin', () => {
  test.use({ stackOptions: { backendInSite: true } });

  test('the same walk ends with an accepted invoice', async ({ site }) => {
    await site.openIntegration();
    await (await site.spv.start()).authorizeAs('Ana Exemplu');
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');

    await site.openInvoice('1');
    await site.send.click();
    await expect(site.delivery).toHaveText('În prelucrare la ANAF');
    await site.checkDelivery();
    await expect(site.delivery).toHaveText('Acceptată');
  });
});

test.describe('with a certificate at the TLS handshake', () => {
  test.use({ stackOptions: { door: 'handshake' } });

  test('the same walk ends with an accepted invoice', async ({ browser, stack }) => {
    const administrator = stack.mock.personas.find(({ name }) => name === 'administrator');
    const context = await browser.newContext({
      locale: 'ro-RO',
      ignoreHTTPSErrors: true,
      clientCertificates: [
        {
          origin: stack.mock.urls.loginAtHandshake,
          cert: Buffer.from(administrator?.certificatePem() ?? ''),
          key: Buffer.from(administrator?.privateKeyPem() ?? ''),
        },
      ],
    });
    const site = await siteIn(context, stack);

    await site.openIntegration();
    await site.spv.start();
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    await site.openInvoice('1');
    await site.send.click();
    await expect(site.delivery).toHaveText('În prelucrare la ANAF');
    await site.checkDelivery();
    await expect(site.delivery).toHaveText('Acceptată');
    const [upload] = stack.mock.journal.entries({ path: '/upload', status: 200 });
    expect(upload?.about).toMatchObject({ cif: exemplu.party.taxId, persona: 'administrator' });
    expect(stack.mock.journal.count({ about: { tokenSeenBy: 'program' } })).toBeGreaterThan(0);
    expect(stack.mock.journal.count({ about: { tokenSeenBy: 'browser' } }), 'no token reached the browser').toBe(0);
  });
});
