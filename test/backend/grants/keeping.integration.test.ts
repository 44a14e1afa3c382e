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

  it('the right of an authorized company can be checked on request', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.clock.advance(60);

    const { status, body } = await site.call('POST', '/authorization/verify');

    const { authorization, now } = v.parse(authorizationAnswer, body);
    assert.equal(status, 200);
    assert.ok(authorization.status === 'active');
    assert.equal(authorization.rights.checkedAt, now);
  });

  it('a company loses its right when ANAF denies it and regains it when ANAF grants it', async () => {
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

  it('an authorization is revoked when ANAF refuses an access token that has not expired', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await site.call('POST', '/authorization/verify');

    assert.equal((await readAuthorization(site)).status, 'revoked');
  });

  it('an authorization does not change while ANAF does not answer', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);
    const before = await snapshot(stack.database);
    stack.mock.scenarios.add({ name: 'api-unavailable' });

    const { status, body } = await site.call('POST', '/authorization/verify');

    assert.equal(status, 503);
    assert.equal(Object(body).code, 'anaf-unavailable');
    assert.equal(await snapshot(stack.database), before);
  });

  it('a rights check that ANAF forbids to the application answers with a reference for support and logs it', async () => {
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

  it('an answer about a CUI that the company no longer has changes nothing', async () => {
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

  it('after a change of the CUI, a silent ANAF is asked less and less often', async () => {
    const checks = await checksInADay('api-unavailable');

    assert.ok(checks > 20 && checks < 50, `asked ${checks} times`);
  });

  it('after a change of the CUI, ANAF is not asked again once it has refused the token', async () => {
    const checks = await checksInADay('api-unauthorized');

    // Once with the stored token, once with the refreshed one.
    assert.equal(checks, 2);
  });

  it('the rights check of one company is limited to a number of requests to ANAF', async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);

    const statuses = [];
    for (let time = 0; time < 7; time += 1) statuses.push((await site.call('POST', '/authorization/verify')).status);

    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200, 429]);
  });

  it('disconnecting a company deletes its tokens and cancels its open attempts', async () => {
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

  it('cancelling a failed attempt keeps its failure', async () => {
    const site = await Site.open(stack);
    const { attemptId } = await authorize(stack, site, { act: 'cancel' });

    await site.call('DELETE', `/attempts/${attemptId}`);

    const attempt = await readAttempt(site, attemptId);
    assert.ok(attempt.state === 'failed');
    assert.equal(attempt.failure.code, 'access-denied');
  });

  it('disconnecting a company twice changes nothing the second time', async () => {
    const site = await Site.open(stack);
    const before = await snapshot(stack.database);

    const { status } = await site.call('DELETE', '/authorization');

    assert.equal(status, 200);
    assert.equal(await snapshot(stack.database), before);
  });

  it('cancelling an attempt that succeeded is refused', async () => {
    const site = await Site.open(stack);
    const { attemptId } = await authorize(stack, site);

    const { status, body } = await site.call('DELETE', `/attempts/${attemptId}`);

    assert.equal(status, 409);
    assert.equal(Object(body).code, 'attempt-ended');
    assert.equal((await readAuthorization(site)).status, 'active');
  });
});

/** The number of requests to ANAF when nothing else is due. */
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
