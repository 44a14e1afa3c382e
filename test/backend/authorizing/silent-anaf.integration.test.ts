import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  authorize,
  callbackOf,
  failureOf,
  headingIn,
  headingOf,
  readAuthorization,
  returnFromAnaf,
  stateOf,
} from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { runDueFor } from '../support/due.ts';
import { countRows, eventsOf } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { betaTaxId, exempluTaxId } from '../support/stack.ts';

const daySeconds = 24 * 3600;

describe('an ANAF that does not answer', async () => {
  const stack = await setup();
  afterEach(() => stack.mock.scenarios.clear());

  it('a grant whose right ANAF did not confirm is kept as a candidate, and the page says that it may be closed', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable' });

    const { attemptId, page } = await authorize(stack, site);

    assert.equal(headingOf(page), 'Certificatul a fost primit, ANAF încă verifică');
    assert.match(page, /poți închide pagina/);
    assert.equal(await stateOf(site, attemptId), 'verifying');
    assert.equal((await readAuthorization(site)).status, 'checking');
    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });
  });

  it('a candidate is checked again when that is due, and becomes active with the first good answer', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable' });
    const { attemptId } = await authorize(stack, site);
    stack.mock.scenarios.clear();

    stack.clock.advance(14);
    await stack.backend.runDue();
    const early = await stateOf(site, attemptId);
    stack.clock.advance(1);
    await stack.backend.runDue();

    assert.deepEqual([early, await stateOf(site, attemptId)], ['verifying', 'succeeded']);
    assert.equal((await readAuthorization(site)).status, 'active');
  });

  it('a candidate that ANAF denies later is deleted, and its attempt fails with the reason', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    stack.mock.scenarios.add({ name: 'api-reset' });
    const { attemptId } = await authorize(stack, site, { persona: 'other-company' });
    const kept = await countRows(stack.database, 'grants');
    stack.mock.scenarios.clear();

    stack.clock.advance(15);
    await stack.backend.runDue();

    assert.equal((await failureOf(site, attemptId)).code, 'no-right-for-company');
    assert.deepEqual([kept, await countRows(stack.database, 'grants')], [grants + 1, grants]);
  });

  it('a candidate is checked less and less often, and deleted after 24 hours', async () => {
    const alone = await setup();
    const site = await Site.open(alone);
    alone.mock.scenarios.add({ name: 'api-unavailable' });
    const { attemptId } = await authorize(alone, site);
    alone.mock.journal.clear();

    await runDueFor(alone, daySeconds);

    // After 15 s, 30 s and so on up to 32 min, then hourly, and at the end of the 24 hours.
    assert.equal(alone.mock.journal.entries({ path: 'listaMesajeFactura' }).length, 8 + 22 + 1);
    assert.equal((await failureOf(await site.reopen(), attemptId)).code, 'anaf-unavailable');
    assert.equal(await countRows(alone.database, 'grants'), 0);
  });

  it('a candidate that waits is deleted when a newer authorization was proven, and its attempt counts as done', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const older = await authorize(stack, site, { persona: 'accountant' });
    await authorize(stack, site, { persona: 'administrator' });
    const newer = await readAuthorization(site);

    stack.clock.advance(15);
    await stack.backend.runDue();

    assert.deepEqual(await readAuthorization(site), newer);
    assert.equal(await stateOf(site, older.attemptId), 'succeeded');
    assert.equal(await headingIn(older.browser.visit(older.callback)), 'Exemplu SRL a fost deja autorizată');
    assert.equal(await countRows(stack.database, 'grants'), grants + 1);
  });

  it('the newer of two candidates is kept when the older one is proven first', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    await authorize(stack, site, { persona: 'accountant' });
    stack.clock.advance(5);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const newer = await authorize(stack, site, { persona: 'administrator' });

    stack.clock.advance(10);
    await stack.backend.runDue();
    const between = await stateOf(site, newer.attemptId);
    stack.clock.advance(5);
    await stack.backend.runDue();

    assert.deepEqual([between, await stateOf(site, newer.attemptId)], ['verifying', 'succeeded']);
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['authorized', 'replaced']);
  });

  it('disconnecting a company deletes the tokens of its candidate', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    const [one, two] = [new Browser(stack.publicUrl), new Browser(stack.publicUrl)];
    const first = await returnFromAnaf(stack, site, { browser: one, persona: 'accountant' });
    const second = await callbackOf(stack, first.authorizeUrl, { browser: two });
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    await one.visit(first.callback);
    await two.visit(second);
    const kept = await countRows(stack.database, 'grants');

    await site.call('DELETE', '/authorization');

    assert.deepEqual([kept, await countRows(stack.database, 'grants')], [grants + 1, grants]);
    assert.deepEqual(await readAuthorization(site), { status: 'none' });
  });

  it('a candidate is checked for the CUI that the host corrected, not for the mistyped one', async () => {
    const site = await Site.open(stack, stack.newCompany(betaTaxId));
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const { attemptId } = await authorize(stack, site);
    stack.mock.journal.clear();

    await site.reopenWithTaxId(exempluTaxId);
    await stack.backend.runDue();

    assert.equal(await stateOf(site, attemptId), 'succeeded');
    const asked = stack.mock.journal.entries({ path: 'listaMesajeFactura' }).map(({ query }) => query.cif);
    assert.deepEqual(asked, [exempluTaxId]);
  });

  const corrections = [
    { from: exempluTaxId, to: betaTaxId, answer: 'a right', state: 'failed' },
    { from: betaTaxId, to: exempluTaxId, answer: 'no right', state: 'succeeded' },
  ];
  for (const { from, to, answer, state } of corrections) {
    it(`ANAF's answer of ${answer} for a CUI that was corrected meanwhile says nothing about the new one`, async () => {
      const site = await Site.open(stack, stack.newCompany(from));
      const { attemptId, callback, browser } = await returnFromAnaf(stack, site);
      const held = stack.answers.hold('listaMesajeFactura');
      const page = browser.visit(callback);
      await held.arrived;
      await site.reopenWithTaxId(to);

      held.release();
      const heading = await headingIn(page);
      const meanwhile = await stateOf(site, attemptId);
      await stack.backend.runDue();

      assert.equal(heading, 'Certificatul a fost primit, ANAF încă verifică');
      assert.deepEqual([meanwhile, await stateOf(site, attemptId)], ['verifying', state]);
    });
  }

  it('cancelling an attempt deletes its candidate', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    stack.mock.scenarios.add({ name: 'api-unavailable' });
    const { attemptId } = await authorize(stack, site);
    const kept = await countRows(stack.database, 'grants');

    await site.call('DELETE', `/attempts/${attemptId}`);

    assert.deepEqual([kept, await countRows(stack.database, 'grants')], [grants + 1, grants]);
    assert.deepEqual(await readAuthorization(site), { status: 'none' });
  });
});

describe('an ANAF that does not answer the code exchange', async () => {
  // Only an ANAF that never answers uses this time up.
  const stack = await setup({ answerWithinSeconds: 3 });
  afterEach(() => stack.mock.scenarios.clear());

  it('the page is answered although ANAF never answers about the right', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-hang' });

    const { page } = await authorize(stack, site);

    assert.equal(headingOf(page), 'Certificatul a fost primit, ANAF încă verifică');
  });

  for (const scenario of ['token-unavailable', 'token-html', 'token-reset', 'token-hang'] as const) {
    it(`a code exchange that meets the scenario ${scenario} fails the attempt, which may be tried again`, async () => {
      const site = await Site.open(stack);
      stack.mock.scenarios.add({ name: scenario });

      const { attemptId, page } = await authorize(stack, site);

      assert.equal(headingOf(page), 'Serverele ANAF nu răspund');
      const { code, retryable } = await failureOf(site, attemptId);
      assert.deepEqual([code, retryable], ['anaf-unavailable', true]);
    });
  }
});
