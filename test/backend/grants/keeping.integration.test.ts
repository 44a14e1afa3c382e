import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { authorizationAnswer, problemDetails } from 'spv-authorize/contract';
import * as v from 'valibot';
import { Browser } from '../support/browser.ts';
import { HeldLine } from '../support/held-line.ts';
import { countRows, snapshot } from '../support/snapshot.ts';
import { betaTaxId, Site, type Stack, startStack } from '../support/stack.ts';
import { authorize, openTicket, readAttempt, readAuthorization, startAttempt } from '../support/walk.ts';

describe('a company that is authorized', () => {
  let stack: Stack;
  const line = new HeldLine();
  before(async () => {
    stack = await startStack({ fetch: line.fetch });
  });
  afterEach(() => stack.mock.scenarios.clear());
  after(() => stack.stop());

  it('can have the right checked now', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.clock.advance(60);

    const { status, body } = await site.call('POST', '/authorization/verify');

    const { authorization, now } = v.parse(authorizationAnswer, body);
    assert.equal(status, 200);
    assert.ok(authorization.status === 'active');
    assert.equal(authorization.rights.checkedAt, now);
  });

  it('has no right any more when ANAF says so, and has it again when ANAF says that', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);

    stack.mock.scenarios.add({ name: 'api-no-rights' });
    await site.call('POST', '/authorization/verify');
    const lost = await readAuthorization(site);
    stack.mock.scenarios.clear();
    await site.call('POST', '/authorization/verify');

    assert.equal(lost.status, 'no-rights');
    assert.equal((await readAuthorization(site)).status, 'active');
  });

  it('is cut off when ANAF refuses a token whose time is not over', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await site.call('POST', '/authorization/verify');

    assert.equal((await readAuthorization(site)).status, 'revoked');
  });

  it('stays as it was when ANAF does not answer', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    const before = await snapshot(stack.database);
    stack.mock.scenarios.add({ name: 'api-unavailable' });

    const { status, body } = await site.call('POST', '/authorization/verify');

    assert.equal(status, 503);
    assert.equal(Object(body).code, 'anaf-unavailable');
    assert.equal(await snapshot(stack.database), before);
  });

  it('says whose fault it is when ANAF does not let the application ask: a reference for support, a line in the log', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    const before = await snapshot(stack.database);
    stack.mock.scenarios.add({ name: 'api-forbidden' });

    const { status, body } = await site.call('POST', '/authorization/verify');

    const { code, reference } = v.parse(problemDetails, body);
    assert.deepEqual([status, code], [500, 'internal-error']);
    const line = stack.log.find((entry) => entry.includes(`"${reference}"`) && entry.includes('a request failed'));
    assert.match(line ?? '', /HTTP 403: the application is not registered there for e-Factura/);
    assert.equal(await snapshot(stack.database), before);
  });

  it('is not spoken of by an answer about a CUI that it has no more', async () => {
    const company = stack.newCompany();
    const site = await Site.open(stack, company);
    await authorize(stack, site, { persona: 'accountant' });
    const held = line.hold('listaMesajeFactura');
    const verified = site.call('POST', '/authorization/verify');
    await held.arrived;
    await Site.open(stack, { ...company, taxId: betaTaxId });

    held.release();

    assert.equal((await verified).status, 503);
    assert.equal((await readAuthorization(site)).status, 'checking');
  });

  it('is asked about ever less often after its CUI was changed and ANAF is silent', async () => {
    const checks = await checksInADay('api-unavailable');

    assert.ok(checks > 20 && checks < 50, `asked ${checks} times`);
  });

  it('is asked about no more after its CUI was changed and ANAF refuses the token', async () => {
    const checks = await checksInADay('api-unauthorized');

    // With the token that was there and with the one that it was renewed to.
    assert.equal(checks, 2);
  });

  it('is asked about at ANAF only so often', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);

    const statuses = [];
    for (let time = 0; time < 7; time += 1) statuses.push((await site.call('POST', '/authorization/verify')).status);

    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200, 429]);
  });

  it('disconnects: its tokens are deleted, and what is under way is given up', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    await authorize(stack, site);
    const pending = await startAttempt(site);
    await openTicket(new Browser(stack.publicUrl), pending.authorizeUrl);

    const { status, body } = await site.call('DELETE', '/authorization');

    assert.equal(status, 200);
    assert.deepEqual(v.parse(authorizationAnswer, body).authorization, { status: 'none' });
    assert.equal(await countRows(stack.database, 'grants'), grants);
    const attempt = await readAttempt(site, pending.attempt.attemptId);
    assert.ok(attempt.state === 'failed');
    assert.equal(attempt.failure.code, 'cancelled');
    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });
  });

  it('keeps the reason of an attempt that had failed when it is given up', async () => {
    const site = await Site.open(stack);
    const { attemptId } = await authorize(stack, site, { act: 'cancel' });

    await site.call('DELETE', `/attempts/${attemptId}`);

    const attempt = await readAttempt(site, attemptId);
    assert.ok(attempt.state === 'failed');
    assert.equal(attempt.failure.code, 'access-denied');
  });

  it('disconnects once more without anything changing', async () => {
    const site = await Site.open(stack);
    const before = await snapshot(stack.database);

    const { status } = await site.call('DELETE', '/authorization');

    assert.equal(status, 200);
    assert.equal(await snapshot(stack.database), before);
  });

  it('ends an attempt that succeeded no more: cancelling it is refused', async () => {
    const site = await Site.open(stack);
    const { attemptId } = await authorize(stack, site);

    const { status, body } = await site.call('DELETE', `/attempts/${attemptId}`);

    assert.equal(status, 409);
    assert.equal(Object(body).code, 'attempt-ended');
    assert.equal((await readAuthorization(site)).status, 'active');
  });
});

/** How often ANAF hears of it, when nothing else is due. */
async function checksInADay(name: 'api-unavailable' | 'api-unauthorized'): Promise<number> {
  const stack = await startStack();
  const company = stack.newCompany();
  await authorize(stack, await Site.open(stack, company), { persona: 'accountant' });
  await Site.open(stack, { ...company, taxId: betaTaxId });
  stack.mock.scenarios.add({ name });
  stack.mock.journal.clear();
  for (let minute = 0; minute < 24 * 60; minute += 2) {
    await stack.backend.runDue();
    stack.clock.advance(120);
  }
  const { length } = stack.mock.journal.entries({ path: 'listaMesajeFactura' });
  await stack.stop();
  return length;
}
