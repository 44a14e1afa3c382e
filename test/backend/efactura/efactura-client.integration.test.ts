import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { defaultCompanies } from 'mock-anaf';
import { AnafError } from 'spv-authorize-backend';
import { invoice as sampleInvoice } from '../../mock-anaf/support/invoice.ts';
import { badValue } from '../support/broken-database.ts';
import { betaTaxId, exempluTaxId, Site, type Stack, startStack } from '../support/stack.ts';
import { authorize, readAuthorization } from '../support/walk.ts';

describe('e-Factura of an authorized company', () => {
  let stack: Stack;
  let exemplu: Site;
  let beta: Site;
  let third: Site;
  const invoice = sampleInvoice({ seller: exempluTaxId, buyer: betaTaxId, changes: { 'EX-1': 'F2' } });
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

  it("an invoice is sent under the company's CUI and the buyer receives it", async () => {
    const seller = stack.backend.efactura(exemplu.companyId);
    const buyer = stack.backend.efactura(beta.companyId);

    const { uploadId } = await seller.upload(
      sampleInvoice({ seller: exempluTaxId, buyer: betaTaxId, changes: { 'EX-1': 'F1' } }),
    );
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

  it('a message of the company is downloaded as a ZIP', async () => {
    const client = stack.backend.efactura(exemplu.companyId);
    const [message] = await client.listMessages({ days: 1 });
    assert.ok(message);

    const zip = await client.download(message.id);

    assert.equal(Buffer.from(zip.slice(0, 2)).toString(), 'PK');
  });

  it("another company's message is not downloaded, although the certificate has the right", async () => {
    const [message] = await stack.backend.efactura(exemplu.companyId).listMessages({ days: 1 });
    assert.ok(message);
    stack.mock.journal.clear();

    const download = stack.backend.efactura(beta.companyId).download(message.id);

    await assert.rejects(download, { name: 'AnafError', code: 'message-unknown' });
    assert.deepEqual(stack.mock.journal.entries({ path: 'descarcare' }), []);
  });

  it("the state of another company's invoice is not returned, although ANAF would return it", async () => {
    const { uploadId } = await stack.backend.efactura(exemplu.companyId).upload(invoice);
    stack.clock.advance(10);
    stack.mock.journal.clear();

    // The buyer has the invoice in its own list of received ones; a third company is not involved at all.
    for (const { companyId } of [beta, third]) {
      const asked = stack.backend.efactura(companyId).uploadStatus(uploadId);
      await assert.rejects(asked, { name: 'AnafError', code: 'message-unknown' });
    }
    await assert.rejects(stack.backend.efactura(exemplu.companyId).uploadStatus('\0'), { code: 'message-unknown' });

    assert.deepEqual(stack.mock.journal.entries({ path: 'stareMesaj' }), []);
  });

  it('the state of an invoice that another program uploaded for the company is returned', async () => {
    const client = stack.backend.efactura(exemplu.companyId);
    const { uploadId } = await client.upload(invoice);
    stack.clock.advance(10);
    await stack.database.queries.deleteFrom('uploads').execute();

    const { state } = await client.uploadStatus(uploadId);

    assert.equal(state, 'accepted');
  });

  it('after a change of the CUI, uploads of the old CUI are not returned', async () => {
    const company = stack.newCompany(exempluTaxId);
    const site = await Site.open(stack, company);
    await authorize(stack, site, { persona: 'accountant' });
    const client = stack.backend.efactura(site.companyId);
    const { uploadId } = await client.upload(invoice);
    await Site.open(stack, { ...company, taxId: betaTaxId });
    await stack.backend.runDue();

    await assert.rejects(client.uploadStatus(uploadId), { code: 'message-unknown' });
  });

  it('an upload that ANAF accepted is answered even if it could not be recorded', async () => {
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

  it('the list is empty when ANAF has no messages', async () => {
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
    it(`the scenario ${scenario} causes the error "${code}" and leaves the authorization unchanged`, async () => {
      stack.mock.scenarios.add({ name: scenario });

      const listing = stack.backend.efactura(exemplu.companyId).listMessages({ days: 1 });

      await assert.rejects(listing, (error: Error) => error instanceof AnafError && error.code === code);
      assert.equal((await readAuthorization(exemplu)).status, 'active');
    });
  }

  it('a number of days that ANAF does not accept is refused without a request to ANAF', async () => {
    const listing = stack.backend.efactura(exemplu.companyId).listMessages({ days: 61 });

    await assert.rejects(listing, /"days" must be a whole number, 1–60/);
  });

  it('a call that ANAF denies for lack of a right changes the status to no-rights', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.mock.scenarios.add({ name: 'api-no-rights' });

    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'no-right' });

    assert.equal((await readAuthorization(site)).status, 'no-rights');
  });

  it('a call with tokens that ANAF has revoked changes the status to revoked', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });

    assert.equal((await readAuthorization(site)).status, 'revoked');
  });
});
