import { expect, test } from './stack-test.ts';

test.describe('where the browser blocks windows', () => {
  test.beforeEach(({ site }) => site.blockWindows());

  test('the settings page leads to ANAF in its tab and shows the success where it started', async ({ site }) => {
    await site.openIntegration();
    await site.spv.prepare();
    const anaf = await site.spv.continueInThisTab();
    await anaf.authorizeAs('Ana Exemplu');

    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    expect(new URL(site.page.url()).search).toBe('');
  });

  test('the invoice is sent when the person comes back authorized and says so', async ({ site, stack }) => {
    await site.openInvoice('1');
    await site.send.click();
    await site.spv.chooseCertificate();
    const anaf = await site.spv.continueInThisTab();
    await anaf.authorizeAs('Ana Exemplu');
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    await expect(site.spv.root.getByRole('dialog')).toBeVisible();
    expect(stack.mock.journal.entries({ path: '/upload' })).toHaveLength(0);

    await site.spv.root.getByRole('button', { name: 'Trimite e-Factura' }).click();

    await expect(site.delivery).toHaveText('În prelucrare la ANAF');
    expect(stack.mock.journal.entries({ path: '/upload', status: 200 })).toHaveLength(1);
  });

  test('the invoice page explains a failure when the person comes back', async ({ site }) => {
    await site.openInvoice('1');
    await site.send.click();
    await site.spv.chooseCertificate();
    const anaf = await site.spv.continueInThisTab();
    await anaf.authorizeAs('Ioana Beta');
    await expect(site.page.getByText('Întoarce-te în Condei, copiază adresa de acolo')).toBeVisible();
    await site.page.getByRole('link', { name: 'Înapoi la Condei' }).click();

    await expect(site.spv.root.getByRole('dialog')).toBeVisible();
    await expect(site.spv.heading).toContainText('Certificatul nu are drepturi pentru CUI');
    await site.spv.button('Afișează adresa pentru o fereastră privată').first().click();
    await expect(site.spv.heading).toHaveText('Continuă în cealaltă fereastră');
    await expect(site.spv.root.getByRole('textbox', { name: 'Adresa pentru fereastra privată' })).toBeVisible();
  });

  test('who comes back by Back can go on in the same tab', async ({ site }) => {
    await site.openIntegration();
    await site.spv.prepare();
    const anaf = await site.spv.continueInThisTab();
    await site.page.goBack();
    await expect(site.spv.heading).toHaveText('Autorizarea nu s-a încheiat');

    await site.spv.button('Continuă la ANAF').click();
    await site.page.waitForURL(/my\.policy/);
    await anaf.authorizeAs('Ana Exemplu');

    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
  });
});
