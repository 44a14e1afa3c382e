import { expect, test } from './stack-test.ts';

test.describe('where the browser blocks windows', () => {
  test.beforeEach(({ site }) => site.blockWindows());

  test('with blocked windows the settings page opens ANAF in its tab and shows the success on return', async ({
    site,
    stack,
  }) => {
    await site.openIntegration();
    await site.spv.prepare();
    const anaf = await site.spv.continueInThisTab();
    await anaf.authorizeAs('Ana Exemplu');

    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    // Without the parameter that named the attempt.
    await expect(site.page).toHaveURL(`${stack.siteUrl}/cont/integrari/e-factura`);
  });

  test('with blocked windows an invoice is sent only when the person presses the button after the return from ANAF', async ({
    site,
    stack,
  }) => {
    await site.beginInDialog('1');
    const anaf = await site.spv.continueInThisTab();
    await anaf.authorizeAs('Ana Exemplu');
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    await expect(site.spv.root.getByRole('dialog')).toBeVisible();
    // This request is later than any that the page would have sent on its own.
    await expect((await site.inNewTab()).delivery).toHaveText('Netrimisă');
    expect(stack.mock.journal.entries({ path: '/upload' })).toHaveLength(0);

    await site.comeToFront();
    await site.spv.button('Trimite e-Factura').click();

    await expect(site.delivery).toHaveText('În prelucrare la ANAF');
    expect(stack.mock.journal.entries({ path: '/upload' }).map(({ status }) => status)).toEqual([200]);
  });

  test('with blocked windows the invoice page explains a failure when the person returns', async ({ site }) => {
    await site.beginInDialog('1');
    const anaf = await site.spv.continueInThisTab();
    await anaf.authorizeAs('Ioana Beta');
    await expect(site.page.getByText('Întoarce-te în Condei, copiază adresa de acolo')).toBeVisible();
    await site.page.getByRole('link', { name: 'Înapoi la Condei' }).click();

    await expect(site.spv.root.getByRole('dialog')).toBeVisible();
    await expect(site.spv.heading).toHaveText('Certificatul nu are drepturi pentru CUI 90123459');
    await site.spv.button('Afișează adresa pentru o fereastră privată').first().click();
    await expect(site.spv.heading).toHaveText('Continuă în cealaltă fereastră');
    await expect(site.spv.root.getByRole('textbox', { name: 'Adresa pentru fereastra privată' })).toBeVisible();
  });

  test('a person who returns from ANAF by the Back button continues in the same tab', async ({ site }) => {
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
