import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expect } from '@playwright/test';
import { type Stack, startStack } from 'spv-authorize-demo/stack';
import { CertificateStoreBrowser, type StoredIdentity } from '../support/certificate-store.ts';
import { buildScriptsOnce, scriptsFolder } from './build-scripts.ts';
import { InvoicingSite } from './pages/invoicing-site.ts';

describe('a browser with a real certificate store, by TLS renegotiation', () => {
  let stack: Stack;
  before(async () => {
    await buildScriptsOnce();
    stack = await startStack({ scriptsFolder, door: 'renegotiation' });
  });
  after(() => stack.stop());

  it('authorizes without any picker and sends an invoice that ANAF accepts', async () => {
    await using browser = await CertificateStoreBrowser.open(
      stack.mock.caPem,
      await identityOf(stack, 'administrator'),
    );
    const site = new InvoicingSite(await browser.context.newPage(), stack);

    await site.openIntegration();
    await site.spv.start();
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată', { timeout: 15_000 });
    await site.openInvoice('1');
    await site.send.click();
    await expect(site.delivery).toHaveText('În prelucrare la ANAF');
    await site.checkDelivery();
    await expect(site.delivery).toHaveText('Acceptată');

    const [upload] = stack.mock.journal.entries({ path: '/upload', status: 200 });
    assert.equal(upload?.about.persona, 'administrator');
    const presented = stack.mock.journal.entries({ door: 'login', about: { persona: 'administrator' } });
    assert.notEqual(presented.length, 0, 'the certificate came through the renegotiating door');
  });

  it('without a certificate in the store ends in an explained refusal, in machine time', async () => {
    await using browser = await CertificateStoreBrowser.open(stack.mock.caPem);
    const site = new InvoicingSite(await browser.context.newPage(), stack);

    await site.openIntegration();
    await site.switchCompany('Beta Comerț SRL');
    await site.openIntegration();
    await site.spv.start();

    await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil', { timeout: 15_000 });
    await expect(site.spv.root).toContainText('Browserul nu vede tokenul cu certificatul');
  });
});

async function identityOf(stack: Stack, name: string): Promise<StoredIdentity> {
  const persona = stack.mock.personas.find((candidate) => candidate.name === name);
  assert.ok(persona, `the mock has no persona "${name}"`);
  const { bytes, passphrase } = await persona.pkcs12();
  return { pkcs12: bytes, passphrase, origins: [stack.mock.urls.login] };
}
