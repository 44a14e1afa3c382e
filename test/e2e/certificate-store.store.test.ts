import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expect } from '@playwright/test';
import { type Stack, startStack } from 'spv-authorize-demo/stack';
import { CertificateStoreBrowser, type StoredIdentity } from '../support/certificate-store.ts';
import { buildScriptsOnce, scriptsFolder } from './build-scripts.ts';
import { InvoicingSite } from './pages/invoicing-site.ts';
import { personaOf } from './stack-test.ts';

describe('a real certificate store and TLS renegotiation', () => {
  let stack: Stack;
  before(async () => {
    await buildScriptsOnce();
    stack = await startStack({ scriptsFolder, door: 'renegotiation' });
  });
  after(() => stack.stop());

  it('a certificate in the browser’s store authorizes the company, which sends an invoice that ANAF accepts', async () => {
    await using browser = await CertificateStoreBrowser.open(
      stack.mock.caPem,
      await identityOf(stack, 'administrator'),
    );
    const site = new InvoicingSite(await browser.context.newPage(), stack);

    await site.openIntegration();
    await site.spv.start();
    await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată', { timeout: 30_000 });
    await site.sendAccepted('1');

    const uploads = stack.mock.journal.entries({ path: '/upload', status: 200 });
    assert.deepEqual(
      uploads.map(({ about }) => about.persona),
      ['administrator'],
    );
    const presented = stack.mock.journal.entries({ door: 'login', about: { persona: 'administrator' } });
    assert.notEqual(presented.length, 0, 'the certificate came through the renegotiating door');
  });

  it('an empty certificate store is explained as a token that the browser does not see', async () => {
    await using browser = await CertificateStoreBrowser.open(stack.mock.caPem);
    stack.openAccount('without-certificate');
    const site = new InvoicingSite(await browser.context.newPage(), stack);

    await site.openIntegration();
    await site.spv.start();

    await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil', { timeout: 30_000 });
    await expect(site.spv.cause).toContainText('Browserul nu vede tokenul cu certificatul');
  });
});

async function identityOf(stack: Stack, name: string): Promise<StoredIdentity> {
  const { bytes, passphrase } = await personaOf(stack.mock, name).pkcs12();
  return { pkcs12: bytes, passphrase, origins: [stack.mock.urls.login] };
}
