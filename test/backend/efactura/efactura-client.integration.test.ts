import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { defaultCompanies } from 'mock-anaf';
import { AnafError } from 'spv-authorize-backend';
import { badValue } from '../support/broken-database.ts';
import { betaTaxId, exempluTaxId, Site, type Stack, startStack } from '../support/stack.ts';
import { ublInvoice } from '../support/ubl-invoice.ts';
import { authorize, readAuthorization } from '../support/walk.ts';

describe('e-Factura of an authorized company', () => {
  let stack: Stack;
  let exemplu: Site;
  let beta: Site;
  let third: Site;
  const invoice = ublInvoice({ number: 'F2', seller: exempluTaxId, buyer: betaTaxId });
  before(async () => {
    stack = await startStack();
    exemplu = await Site.open(stack, stack.newCompany(exempluTaxId));
    beta = await Site.open(stack, stack.newCompany(betaTaxId));
    await authorize(stack, exemplu, { persona: 'accountant' });
    await authorize(stack, beta, { persona: 'accountant' });
    third = await Site.open(stack, stack.newCompany(defaultCompanies[2].cui));
    await authorize(stack, third, { persona: 'accountant' });
  });
  afterEach(() => stack.mock.scenarios.clear());
  after(() => stack.stop());

  it('sends an invoice under the CUI of the company, and the other company receives it', async () => {
    const seller = stack.backend.efactura(exemplu.companyId);
    const buyer = stack.backend.efactura(beta.companyId);

    const { uploadId } = await seller.upload(ublInvoice({ number: 'F1', seller: exempluTaxId, buyer: betaTaxId }));
    const first = await seller.uploadStatus(uploadId);
    stack.clock.advance(10);
    const second = await seller.uploadStatus(uploadId);
    const received = await buyer.listMessages({ days: 1, filter: 'received' });

    assert.deepEqual(first, { state: 'processing' });
    assert.equal(second.state, 'accepted');
    assert.deepEqual(
      received.map(({ type, uploadId: id }) => ({ type, id })),
      [{ type: 'received', id: uploadId }],
    );
    const [upload] = stack.mock.journal.entries({ path: '/upload' });
    assert.equal(upload?.query.cif, exempluTaxId);
  });

  it('downloads a message of the company as a ZIP', async () => {
    const client = stack.backend.efactura(exemplu.companyId);
    const [message] = await client.listMessages({ days: 1 });
    assert.ok(message);

    const zip = await client.download(message.id);

    assert.equal(Buffer.from(zip.slice(0, 2)).toString(), 'PK');
  });

  it("does not download another company's message, although the certificate could", async () => {
    const [message] = await stack.backend.efactura(exemplu.companyId).listMessages({ days: 1 });
    assert.ok(message);
    stack.mock.journal.clear();

    const download = stack.backend.efactura(beta.companyId).download(message.id);

    await assert.rejects(download, { name: 'AnafError', code: 'message-unknown' });
    assert.deepEqual(stack.mock.journal.entries({ path: 'descarcare' }), []);
  });

  it("does not tell the state of another company's invoice, although ANAF would", async () => {
    const { uploadId } = await stack.backend.efactura(exemplu.companyId).upload(invoice);
    stack.clock.advance(10);
    stack.mock.journal.clear();

    // The buyer has it in its own list, as a received one; a third company has nothing to do with it at all.
    for (const { companyId } of [beta, third]) {
      const asked = stack.backend.efactura(companyId).uploadStatus(uploadId);
      await assert.rejects(asked, { name: 'AnafError', code: 'message-unknown' });
    }
    await assert.rejects(stack.backend.efactura(exemplu.companyId).uploadStatus('\0'), { code: 'message-unknown' });

    assert.deepEqual(stack.mock.journal.entries({ path: 'stareMesaj' }), []);
  });

  it('tells the state of an invoice that another program handed in for the company', async () => {
    const client = stack.backend.efactura(exemplu.companyId);
    const { uploadId } = await client.upload(invoice);
    stack.clock.advance(10);
    await stack.database.queries.deleteFrom('uploads').execute();

    const { state } = await client.uploadStatus(uploadId);

    assert.equal(state, 'accepted');
  });

  it('tells an upload of the old CUI to nobody when the company has another CUI', async () => {
    const company = stack.newCompany(exempluTaxId);
    const site = await Site.open(stack, company);
    await authorize(stack, site, { persona: 'accountant' });
    const client = stack.backend.efactura(site.companyId);
    const { uploadId } = await client.upload(invoice);
    await Site.open(stack, { ...company, taxId: betaTaxId });
    await stack.backend.runDue();

    await assert.rejects(client.uploadStatus(uploadId), { code: 'message-unknown' });
  });

  it('answers an upload that ANAF took although it could not be written down', async () => {
    const client = stack.backend.efactura(exemplu.companyId);
    const real = stack.database.queries.insertInto.bind(stack.database.queries);
    stack.database.queries.insertInto = () => {
      throw badValue;
    };

    const { uploadId } = await client.upload(invoice);
    stack.database.queries.insertInto = real;
    stack.clock.advance(10);

    assert.match(stack.log.join(''), new RegExp(`"uploadId":"${uploadId}".*an upload was not recorded`));
    assert.equal((await client.uploadStatus(uploadId)).state, 'accepted');
  });

  it('lists nothing when ANAF says that there are no messages', async () => {
    const messages = await stack.backend.efactura(beta.companyId).listMessages({ days: 1, filter: 'errors' });

    assert.deepEqual(messages, []);
  });

  const troubles = [
    { scenario: 'api-unavailable', code: 'unavailable' },
    { scenario: 'api-waf', code: 'unavailable' },
    { scenario: 'api-reset', code: 'unavailable' },
    { scenario: 'api-technical-error', code: 'unavailable' },
    { scenario: 'api-limit', code: 'quota-exceeded' },
    { scenario: 'api-forbidden', code: 'refused' },
  ] as const;
  for (const { scenario, code } of troubles) {
    it(`says "${code}" for ${scenario}, and the authorization stays`, async () => {
      stack.mock.scenarios.add({ name: scenario });

      const listing = stack.backend.efactura(exemplu.companyId).listMessages({ days: 1 });

      await assert.rejects(listing, (error: Error) => error instanceof AnafError && error.code === code);
      assert.equal((await readAuthorization(exemplu)).status, 'active');
    });
  }

  it('refuses days that ANAF does not take, before asking', async () => {
    const listing = stack.backend.efactura(exemplu.companyId).listMessages({ days: 61 });

    await assert.rejects(listing, /"days" must be a whole number, 1–60/);
  });

  it('notices that the right is gone', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.mock.scenarios.add({ name: 'api-no-rights' });

    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'no-right' });

    assert.equal((await readAuthorization(site)).status, 'no-rights');
  });

  it('notices that ANAF has cut the authorization off', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });

    assert.equal((await readAuthorization(site)).status, 'revoked');
  });
});
