import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { AnafError } from 'spv-authorize-backend';
import { invoice as sampleInvoice } from '../../mock-anaf/support/invoice.ts';
import { authorize, authorizedSite, readAuthorization } from '../support/authorize.ts';
import { badValue } from '../support/broken-database.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { betaTaxId, exempluTaxId, gamaTaxId } from '../support/stack.ts';

describe('e-Factura of an authorized company', async () => {
  const stack = await setup();
  const exemplu = await openAuthorized(exempluTaxId);
  const beta = await openAuthorized(betaTaxId);
  const gama = await openAuthorized(gamaTaxId);
  const invoice = sampleInvoice({ seller: exempluTaxId, buyer: betaTaxId });
  afterEach(() => stack.mock.scenarios.clear());

  it("an invoice is sent under the company's CUI and the buyer receives it", async () => {
    const seller = stack.backend.efactura(exemplu.companyId);
    const buyer = stack.backend.efactura(beta.companyId);

    const { uploadId } = await seller.upload(invoice);
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
    assert.deepEqual(
      stack.mock.journal.entries({ path: '/upload' }).map(({ query }) => query.cif),
      [exempluTaxId],
    );
  });

  it('a message of the company is downloaded as a ZIP', async () => {
    const zip = await stack.backend.efactura(exemplu.companyId).download(await sentMessageId());

    assert.equal(Buffer.from(zip.slice(0, 2)).toString(), 'PK');
  });

  it("another company's message is not downloaded, although the certificate has the right", async () => {
    const messageId = await sentMessageId();
    stack.mock.journal.clear();

    const download = stack.backend.efactura(beta.companyId).download(messageId);

    await assert.rejects(download, { name: 'AnafError', code: 'message-unknown' });
    assert.deepEqual(stack.mock.journal.entries({ path: 'descarcare' }), []);
  });

  it("the state of another company's invoice is not returned, although ANAF would return it", async () => {
    const { uploadId } = await stack.backend.efactura(exemplu.companyId).upload(invoice);
    stack.clock.advance(10);
    stack.mock.journal.clear();

    // The buyer has the invoice in its own list of received ones; a third company is not involved at all.
    for (const { companyId } of [beta, gama]) {
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
    const site = await openAuthorized(exempluTaxId);
    const client = stack.backend.efactura(site.companyId);
    const { uploadId } = await client.upload(invoice);
    await site.reopenWithTaxId(betaTaxId);
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
    stack.mock.journal.clear();

    const listing = stack.backend.efactura(exemplu.companyId).listMessages({ days: 61 });

    await assert.rejects(listing, /"days" must be a whole number, 1–60/);
    assert.deepEqual(stack.mock.journal.entries(), []);
  });

  it('a call that ANAF denies for lack of a right changes the status to no-rights', async () => {
    const site = await authorizedSite(stack);
    stack.mock.scenarios.add({ name: 'api-no-rights' });

    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'no-right' });

    assert.equal((await readAuthorization(site)).status, 'no-rights');
  });

  it('a call with tokens that ANAF has revoked changes the status to revoked', async () => {
    const site = await authorizedSite(stack);
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });

    assert.equal((await readAuthorization(site)).status, 'revoked');
  });

  /** The accountant's certificate has rights for every company. */
  async function openAuthorized(taxId: string): Promise<Site> {
    const site = await Site.open(stack, stack.newCompany(taxId));
    await authorize(stack, site, { persona: 'accountant' });
    return site;
  }

  /** The id of the message about an invoice that Exemplu SRL has sent. */
  async function sentMessageId(): Promise<string> {
    const client = stack.backend.efactura(exemplu.companyId);
    const { uploadId } = await client.upload(invoice);
    stack.clock.advance(10);
    const [message] = (await client.listMessages({ days: 1 })).filter((one) => one.uploadId === uploadId);
    assert.ok(message);
    return message.id;
  }
});
