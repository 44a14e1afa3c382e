import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { invoice } from '../mock-anaf/support/invoice.ts';
import { authorizedSite, returnFromAnaf, stateOf } from './support/authorize.ts';
import { setup } from './support/setup.ts';
import { Site } from './support/site.ts';
import type { Stack } from './support/stack.ts';

const daySeconds = 24 * 3600;

describe('stopping the backend', () => {
  it('the tokens of a running renewal are stored before the database is closed', async () => {
    const stack = await setup();
    const { companyId } = await authorizedSite(stack);
    stack.clock.advance(91 * daySeconds);
    const held = stack.answers.hold('/token');
    const call = stack.backend.efactura(companyId).listMessages({ days: 1 });
    await held.arrived;

    const stopped = stack.backend.stop();
    held.release();
    // The call may find the database closed after its token was renewed.
    await Promise.allSettled([call]);
    await stopped;

    const database = await reopenDatabase(stack);
    const grants = await database.queries.selectFrom('grants').select(['version', 'renewal_result']).execute();
    assert.deepEqual(grants, [{ version: 2, renewal_result: 'renewed' }]);
  });

  it('a code exchange whose browser has closed the connection ends, and its result is there at the next start', async () => {
    const stack = await setup();
    const site = await Site.open(stack);
    const { attemptId, callback, browser } = await returnFromAnaf(stack, site);
    const held = stack.answers.hold('/token');
    const connection = new AbortController();
    const page = fetch(callback, { headers: { cookie: browser.cookieHeader }, signal: connection.signal });
    const closed = assert.rejects(page, { name: 'AbortError' });
    await held.arrived;
    connection.abort();
    await closed;

    const stopped = stack.backend.stop();
    held.release();
    await stopped;

    const next = await setup({ storage: stack.storage });
    assert.equal(await stateOf(await site.reopen(next), attemptId), 'succeeded');
  });

  it('an upload that ANAF accepts meanwhile is recorded', async () => {
    const stack = await setup();
    const { companyId } = await authorizedSite(stack);
    const held = stack.answers.hold('/upload');
    const upload = stack.backend.efactura(companyId).upload(invoice());
    await held.arrived;

    const stopped = stack.backend.stop();
    held.release();
    const { uploadId } = await upload;
    await stopped;

    const database = await reopenDatabase(stack);
    const rows = await database.queries.selectFrom('uploads').select(['company_id', 'upload_id']).execute();
    assert.deepEqual(rows, [{ company_id: companyId, upload_id: uploadId }]);
  });
});

async function reopenDatabase({ storage }: Stack): Promise<Database> {
  const database = await openDatabase(storage, () => {});
  after(() => database.close());
  return database;
}
