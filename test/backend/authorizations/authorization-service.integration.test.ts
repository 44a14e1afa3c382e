import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { authorizationAnswer, problemDetails } from 'spv-authorize/contract';
import * as v from 'valibot';
import {
  authorize,
  authorizedSite,
  failureOf,
  openTicket,
  readAuthorization,
  startAttempt,
} from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { runDueFor } from '../support/due.ts';
import { countRows, eventsOf, shareGrant, snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { betaTaxId } from '../support/stack.ts';

const daySeconds = 24 * 3600;

describe('the authorization of a company', async () => {
  const stack = await setup();
  afterEach(() => stack.mock.scenarios.clear());

  it('a check on demand asks ANAF and returns the time of the answer', async () => {
    const site = await authorizedSite(stack);
    stack.clock.advance(60);

    const { status, body } = await site.call('POST', '/authorization/verify');

    const { authorization, now } = v.parse(authorizationAnswer, body);
    assert.equal(status, 200);
    assert.ok(authorization.status === 'active');
    assert.equal(authorization.rights.checkedAt, now);
  });

  it('an authorization loses its right when ANAF denies it, and has it again when ANAF confirms it', async () => {
    const site = await authorizedSite(stack);

    stack.mock.scenarios.add({ name: 'api-no-rights' });
    await site.call('POST', '/authorization/verify');
    const lost = await readAuthorization(site);
    stack.mock.scenarios.clear();
    await site.call('POST', '/authorization/verify');

    assert.deepEqual([lost.status, (await readAuthorization(site)).status], ['no-rights', 'active']);
  });

  it('an authorization is revoked when ANAF refuses an access token before its end', async () => {
    const site = await authorizedSite(stack);
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await site.call('POST', '/authorization/verify');

    assert.equal((await readAuthorization(site)).status, 'revoked');
  });

  it('the revocation of a shared grant is in the history of every company that shares it', async () => {
    const [asking, other, stranger] = [
      await authorizedSite(stack),
      await authorizedSite(stack),
      await authorizedSite(stack),
    ];
    await shareGrant(stack.database, asking.companyId, other.companyId);
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await asking.call('POST', '/authorization/verify');

    const lastEvents = [];
    for (const { companyId } of [asking, other, stranger]) {
      lastEvents.push((await eventsOf(stack.database, companyId)).at(-1));
    }
    assert.deepEqual(lastEvents, ['revoked', 'revoked', 'authorized']);
  });

  it('a check that ANAF does not answer changes nothing', async () => {
    const site = await authorizedSite(stack);
    const before = await snapshot(stack.database);
    stack.mock.scenarios.add({ name: 'api-unavailable' });

    const { status, body } = await site.call('POST', '/authorization/verify');

    assert.deepEqual([status, v.parse(problemDetails, body).code], [503, 'anaf-unavailable']);
    assert.equal(await snapshot(stack.database), before);
  });

  it('a check that the application is not registered for is answered with a reference that the log explains', async () => {
    const site = await authorizedSite(stack);
    const before = await snapshot(stack.database);
    stack.mock.scenarios.add({ name: 'api-forbidden' });

    const { status, body } = await site.call('POST', '/authorization/verify');

    const { code, reference } = v.parse(problemDetails, body);
    assert.deepEqual([status, code], [500, 'internal-error']);
    const lines = stack.log.filter((entry) => entry.includes(`"${reference}"`) && entry.includes('a request failed'));
    assert.equal(lines.length, 1);
    assert.match(lines.join(), /HTTP 403: the application is not registered there for e-Factura/);
    assert.equal(await snapshot(stack.database), before);
  });

  it('an answer about a CUI that was changed meanwhile says nothing about the new one', async () => {
    const site = await authorizedSite(stack, { persona: 'accountant' });
    const held = stack.answers.hold('listaMesajeFactura');
    const verified = site.call('POST', '/authorization/verify');
    await held.arrived;
    await site.reopenWithTaxId(betaTaxId);

    held.release();

    const { status, body } = await verified;
    assert.equal(status, 200);
    assert.equal(v.parse(authorizationAnswer, body).authorization.status, 'checking');
  });

  it('a changed CUI that ANAF does not answer about is checked less and less often', async () => {
    // At once, then after 15 s, 30 s and so on up to 32 min, then hourly.
    assert.equal(await checksInADay('api-unavailable'), 1 + 8 + 22);
  });

  it('a changed CUI is not checked again after ANAF has refused the access token', async () => {
    // With the access token that was there, and with the one that it was replaced by.
    assert.equal(await checksInADay('api-unauthorized'), 2);
  });

  it('a changed CUI is not checked again when the authorization can no longer be renewed', async () => {
    const alone = await setup();
    const site = await authorizedSite(alone);
    alone.clock.advance(366 * daySeconds);
    await site.reopenWithTaxId(betaTaxId);
    alone.mock.journal.clear();

    const first = await alone.backend.runDue();
    alone.clock.advance(daySeconds);
    const later = await alone.backend.runDue();

    assert.deepEqual([first.authorizationsVerified, later.authorizationsVerified], [1, 0]);
    assert.deepEqual(alone.mock.journal.entries(), []);
  });

  it('a company can have its right checked six times in a row, and not a seventh time', async () => {
    const site = await authorizedSite(stack);

    const statuses = [];
    for (let time = 0; time < 7; time += 1) statuses.push((await site.call('POST', '/authorization/verify')).status);

    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200, 429]);
  });

  it('disconnecting deletes the tokens of a company and cancels its open attempt', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    await authorize(stack, site);
    const pending = await startAttempt(site);
    await openTicket(new Browser(stack.publicUrl), pending.authorizeUrl);

    const { status, body } = await site.call('DELETE', '/authorization');

    assert.equal(status, 200);
    assert.deepEqual(v.parse(authorizationAnswer, body).authorization, { status: 'none' });
    assert.equal(await countRows(stack.database, 'grants'), grants);
    assert.equal((await failureOf(site, pending.attempt.attemptId)).code, 'cancelled');
    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });
  });

  it('disconnecting a company that is not authorized changes nothing', async () => {
    const site = await Site.open(stack);
    const before = await snapshot(stack.database);

    const { status } = await site.call('DELETE', '/authorization');

    assert.equal(status, 200);
    assert.equal(await snapshot(stack.database), before);
  });

  it('cancelling an attempt that has failed keeps the reason of the failure', async () => {
    const site = await Site.open(stack);
    const { attemptId } = await authorize(stack, site, { act: 'cancel' });

    await site.call('DELETE', `/attempts/${attemptId}`);

    assert.equal((await failureOf(site, attemptId)).code, 'access-denied');
  });

  it('cancelling an attempt that has succeeded is refused', async () => {
    const site = await Site.open(stack);
    const { attemptId } = await authorize(stack, site);

    const { status, body } = await site.call('DELETE', `/attempts/${attemptId}`);

    assert.deepEqual([status, v.parse(problemDetails, body).code], [409, 'attempt-ended']);
    assert.equal((await readAuthorization(site)).status, 'active');
  });
});

/** How often ANAF is asked within a day after the CUI of the only company was changed. */
async function checksInADay(name: 'api-unavailable' | 'api-unauthorized'): Promise<number> {
  const stack = await setup();
  const site = await authorizedSite(stack, { persona: 'accountant' });
  await site.reopenWithTaxId(betaTaxId);
  stack.mock.scenarios.add({ name });
  stack.mock.journal.clear();
  await runDueFor(stack, daySeconds);
  return stack.mock.journal.entries({ path: 'listaMesajeFactura' }).length;
}
