import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { invoice as sampleInvoice } from '../mock-anaf/support/invoice.ts';
import { Browser } from './support/browser.ts';
import { databases } from './support/databases.ts';
import { HeldLine } from './support/held-line.ts';
import { exempluTaxId, Site, type Stack, startStack } from './support/stack.ts';
import { atAnaf, authorize, openTicket, readAttempt, startAttempt } from './support/walk.ts';

const day = 24 * 3600;

describe('a backend that is stopped', () => {
  it('stopping the backend stores the tokens of a refresh in progress before the database closes', async (t) => {
    const { stack, line, storage } = await setup(t);
    const site = await authorized(stack);
    stack.clock.advance(91 * day);
    const held = line.hold('/token');
    const call = stack.backend.efactura(site.companyId).listMessages({ days: 1 });
    await held.arrived;

    const stopped = stack.backend.stop();
    held.release();
    await Promise.allSettled([call, stopped]);

    const database = await openDatabase(storage, () => {});
    t.after(() => database.close());
    const grant = await database.queries.selectFrom('grants').select(['version', 'renewal_result']).execute();
    assert.deepEqual(grant, [{ version: 2, renewal_result: 'renewed' }]);
  });

  it('stopping the backend completes a code exchange whose browser has disconnected, and the result survives the restart', async (t) => {
    const { stack, line, storage } = await setup(t);
    const site = await Site.open(stack);
    const browser = new Browser(stack.publicUrl);
    const { attempt, authorizeUrl } = await startAttempt(site);
    const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
    const held = line.hold('/token');
    const hangUp = new AbortController();
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const page = fetch(callback, { headers: { cookie }, signal: hangUp.signal }).catch(() => 'hung up');
    await held.arrived;
    hangUp.abort();

    const stopped = stack.backend.stop();
    held.release();
    await stopped;

    assert.equal(await page, 'hung up');
    const again = await startStack({ storage });
    t.after(() => again.stop());
    assert.equal((await readAttempt(await Site.open(again, companyOf(site)), attempt.attemptId)).state, 'succeeded');
  });

  it('stopping the backend records an upload that ANAF accepts meanwhile', async (t) => {
    const { stack, line, storage } = await setup(t);
    const site = await authorized(stack);
    const held = line.hold('/upload');
    const invoice = sampleInvoice({ seller: exempluTaxId, buyer: exempluTaxId, changes: { 'EX-1': 'F1' } });
    const upload = stack.backend.efactura(site.companyId).upload(invoice);
    await held.arrived;

    const stopped = stack.backend.stop();
    held.release();
    const { uploadId } = await upload;
    await stopped;

    const database = await openDatabase(storage, () => {});
    t.after(() => database.close());
    const rows = await database.queries.selectFrom('uploads').select(['company_id', 'upload_id']).execute();
    assert.deepEqual(rows, [{ company_id: site.companyId, upload_id: uploadId }]);
  });

  it('due tasks run on their own from `start` until `stop`', { timeout: 20_000 }, async (t) => {
    const stack = await startStack();
    t.after(() => stack.stop());
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const { attemptId } = await authorize(stack, site);
    stack.clock.advance(15);
    stack.mock.journal.clear();

    await stack.backend.start();

    const stateOf = () => stack.database.queries.selectFrom('attempts').select('state').executeTakeFirstOrThrow();
    while ((await stateOf()).state === 'verifying') await wait(20);
    assert.equal((await readAttempt(site, attemptId)).state, 'succeeded');
  });
});

/** A backend on PostgreSQL, so that the database can be opened again after the backend has closed it. */
async function setup(t: TestContext) {
  const server = await databases.PostgreSQL();
  const storage = await server.fresh();
  const line = new HeldLine();
  const stack = await startStack({ storage, fetch: line.fetch });
  t.after(async () => {
    await stack.stop();
    await server.stop();
  });
  return { stack, line, storage };
}

async function authorized(stack: Stack): Promise<Site> {
  const site = await Site.open(stack);
  await authorize(stack, site);
  return site;
}

function companyOf({ companyId }: Site) {
  return { companyId, taxId: exempluTaxId, companyName: 'Exemplu SRL' };
}
