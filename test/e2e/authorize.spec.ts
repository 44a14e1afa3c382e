import { readFile } from 'node:fs/promises';
import { expect, personaOf, test } from './stack-test.ts';

const exempluTaxId = '90123459';

test('an authorized company sends an invoice that ANAF accepts and the other company downloads', async ({
  site,
  stack,
}) => {
  await site.authorizeAs('Ana Exemplu');
  await site.sendAccepted('1');
  const uploads = stack.mock.journal.entries({ path: '/upload', status: 200 });
  expect(uploads.map(({ about }) => about.cif)).toEqual([exempluTaxId]);

  await site.switchCompany('Beta Comerț SRL');
  await site.authorizeAs('Ioana Beta');
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

test('“Trimite e-Factura” of a company without authorization authorizes it first and then sends the invoice', async ({
  site,
  stack,
}) => {
  await site.beginInDialog('1');
  const anaf = await site.spv.continueToAnaf();
  await anaf.authorizeAs('Ana Exemplu');
  await site.spv.button('Trimite e-Factura').click();

  await expect(site.delivery).toHaveText('În prelucrare la ANAF');
  expect(stack.mock.journal.entries({ path: '/upload' }).map(({ status }) => status)).toEqual([200]);
});

test.describe('backend in the site’s own origin', () => {
  test.use({ stackOptions: { backendInSite: true } });

  test('a company authorizes and sends when the backend is a path of the site', async ({ site, stack }) => {
    expect(stack.backendUrl).toBe(`${stack.siteUrl}/spv`);

    await site.authorizeAs('Ana Exemplu');
    await site.sendAccepted('1');
  });
});

test.describe('certificate at the TLS handshake', () => {
  test.use({ stackOptions: { door: 'handshake' } });

  test('a company authorizes by a certificate at the TLS handshake, and no token reaches the browser', async ({
    openElsewhere,
    stack,
  }) => {
    const administrator = personaOf(stack.mock, 'administrator');
    const site = await openElsewhere({
      locale: 'ro-RO',
      ignoreHTTPSErrors: true,
      clientCertificates: [
        {
          origin: stack.mock.urls.loginAtHandshake,
          cert: Buffer.from(administrator.certificatePem()),
          key: Buffer.from(administrator.privateKeyPem()),
        },
      ],
    });

    await site.openIntegration();
    await site.spv.start();
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
    await site.sendAccepted('1');

    const { journal } = stack.mock;
    expect(journal.entries({ path: '/upload', status: 200 }).map(({ about }) => about)).toMatchObject([
      { cif: exempluTaxId, persona: 'administrator' },
    ]);
    expect(journal.count({ about: { tokenSeenBy: 'program' } })).toBeGreaterThan(0);
    expect(journal.count({ about: { tokenSeenBy: 'browser' } })).toBe(0);
  });
});
