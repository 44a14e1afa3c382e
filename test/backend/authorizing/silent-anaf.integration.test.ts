import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Browser } from '../support/browser.ts';
import { HeldLine } from '../support/held-line.ts';
import { countRows } from '../support/snapshot.ts';
import { betaTaxId, exempluTaxId, Site, type Stack, startStack } from '../support/stack.ts';
import {
  atAnaf,
  authorize,
  headingOf,
  openTicket,
  readAttempt,
  readAuthorization,
  startAttempt,
} from '../support/walk.ts';

describe('an ANAF that does not answer', () => {
  let stack: Stack;
  const line = new HeldLine();
  before(async () => {
    stack = await startStack({ fetch: line.fetch });
  });
  afterEach(() => stack.mock.scenarios.clear());
  after(() => stack.stop());

  it('when ANAF is silent after the exchange, the grant waits as a candidate and the page may be closed', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable' });

    const { attemptId, page } = await authorize(stack, site);

    assert.equal(headingOf(page), 'Certificatul a fost primit, ANAF încă verifică');
    assert.match(page, /poți închide pagina/);
    assert.equal((await readAttempt(site, attemptId)).state, 'verifying');
    assert.equal((await readAuthorization(site)).status, 'checking');
    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });
  });

  it('a silent ANAF is asked again when due, and the first good answer activates the grant', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable' });
    const { attemptId } = await authorize(stack, site);
    stack.mock.scenarios.clear();

    const tooEarly = await stack.backend.runDue();
    stack.clock.advance(15);
    const due = await stack.backend.runDue();

    assert.equal(tooEarly.candidatesChecked, 0);
    assert.ok(due.candidatesChecked >= 1);
    assert.equal((await readAttempt(site, attemptId)).state, 'succeeded');
    assert.equal((await readAuthorization(site)).status, 'active');
  });

  it('a denial that comes later deletes the candidate and fails the attempt with its reason', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    stack.mock.scenarios.add({ name: 'api-reset' });
    const { attemptId } = await authorize(stack, site, { persona: 'other-company' });
    stack.mock.scenarios.clear();

    stack.clock.advance(15);
    await stack.backend.runDue();

    const attempt = await readAttempt(site, attemptId);
    assert.ok(attempt.state === 'failed');
    assert.equal(attempt.failure.code, 'no-right-for-company');
    assert.equal(await countRows(stack.database, 'grants'), grants);
  });

  it('a silent ANAF is asked less and less often, and the candidate is given up after 24 hours', async () => {
    const started = await startStack();
    const site = await Site.open(started);
    started.mock.scenarios.add({ name: 'api-unavailable' });
    const { attemptId } = await authorize(started, site);

    let checks = 0;
    for (let quarter = 0; quarter <= 24 * 4; quarter += 1) {
      checks += (await started.backend.runDue()).candidatesChecked;
      started.clock.advance(15 * 60);
    }

    const fresh = await Site.open(started, {
      companyId: site.companyId,
      taxId: '90123459',
      companyName: 'Exemplu SRL',
    });
    const attempt = await readAttempt(fresh, attemptId);
    assert.ok(attempt.state === 'failed');
    assert.equal(attempt.failure.code, 'anaf-unavailable');
    assert.ok(checks > 24 && checks < 40, `asked ${checks} times`);
    assert.equal(await countRows(started.database, 'grants'), 0);
    await started.stop();
  });

  it('the result page is sent while ANAF still does not answer', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-hang' });

    const { page } = await authorize(stack, site);

    // The mock never answers this call: the page can only come from the limit `answerWithinSeconds`.
    assert.equal(headingOf(page), 'Certificatul a fost primit, ANAF încă verifică');
  });

  for (const scenario of ['token-unavailable', 'token-html', 'token-reset', 'token-hang'] as const) {
    it(`the scenario ${scenario} at the exchange is a retryable failure`, async () => {
      const site = await Site.open(stack);
      stack.mock.scenarios.add({ name: scenario });

      const { attemptId, page } = await authorize(stack, site);

      assert.equal(headingOf(page), 'Serverele ANAF nu răspund');
      const attempt = await readAttempt(site, attemptId);
      assert.ok(attempt.state === 'failed');
      assert.equal(attempt.failure.code, 'anaf-unavailable');
      assert.equal(attempt.failure.retryable, true);
    });
  }

  it('a newer authorization deletes an older candidate and settles its attempt', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const older = await authorize(stack, site, { persona: 'accountant' });
    await authorize(stack, site, { persona: 'administrator' });
    const newer = await readAuthorization(site);

    stack.clock.advance(15);
    await stack.backend.runDue();

    assert.deepEqual(await readAuthorization(site), newer);
    assert.equal((await readAttempt(site, older.attemptId)).state, 'succeeded');
    const again = await (await older.browser.visit(older.callback)).text();
    assert.equal(headingOf(again), 'Exemplu SRL a fost deja autorizată');
    assert.equal(await countRows(stack.database, 'grants'), grants + 1);
  });

  it('of two candidates the newer one is kept when the older one is proven first', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    await authorize(stack, site, { persona: 'accountant' });
    stack.clock.advance(5);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const newer = await authorize(stack, site, { persona: 'administrator' });

    stack.clock.advance(10);
    await stack.backend.runDue();
    const between = (await readAttempt(site, newer.attemptId)).state;
    stack.clock.advance(5);
    await stack.backend.runDue();

    assert.equal(between, 'verifying');
    assert.equal((await readAttempt(site, newer.attemptId)).state, 'succeeded');
    assert.deepEqual(await eventsOf(site), ['authorized', 'replaced']);
  });

  it('disconnecting a company with a waiting candidate leaves no token behind', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    const { authorizeUrl } = await startAttempt(site);
    const [one, two] = [new Browser(stack.publicUrl), new Browser(stack.publicUrl)];
    const first = await atAnaf(stack, await openTicket(one, authorizeUrl), 'accountant');
    const second = await atAnaf(stack, await openTicket(two, authorizeUrl));
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    await one.visit(first);
    await two.visit(second);
    const kept = await countRows(stack.database, 'grants');

    await site.call('DELETE', '/authorization');

    assert.deepEqual([kept, await countRows(stack.database, 'grants')], [grants + 1, grants]);
    assert.deepEqual(await readAuthorization(site), { status: 'none' });
  });

  it('after the host corrects the CUI, ANAF is asked about the new one', async () => {
    const mistyped = stack.newCompany(betaTaxId);
    const site = await Site.open(stack, mistyped);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const { attemptId } = await authorize(stack, site);
    stack.mock.journal.clear();

    await Site.open(stack, { ...mistyped, taxId: exempluTaxId });
    await stack.backend.runDue();

    assert.equal((await readAttempt(site, attemptId)).state, 'succeeded');
    assert.deepEqual(askedTaxIds(), [exempluTaxId]);
  });

  it('an answer about the old CUI neither proves nor denies the right for the new one', async () => {
    for (const { before, after } of [
      { before: exempluTaxId, after: betaTaxId },
      { before: betaTaxId, after: exempluTaxId },
    ]) {
      const company = stack.newCompany(before);
      const site = await Site.open(stack, company);
      const { attempt, authorizeUrl } = await startAttempt(site);
      const browser = new Browser(stack.publicUrl);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl), 'administrator');
      const held = line.hold('listaMesajeFactura');
      const page = browser.visit(callback);
      await held.arrived;
      await Site.open(stack, { ...company, taxId: after });

      held.release();
      const heading = headingOf(await (await page).text());

      assert.equal(heading, 'Certificatul a fost primit, ANAF încă verifică');
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'verifying');
      await stack.backend.runDue();
      const expected = after === exempluTaxId ? 'succeeded' : 'failed';
      assert.equal((await readAttempt(site, attempt.attemptId)).state, expected);
    }
  });

  it('cancelling the attempt deletes its candidate', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    stack.mock.scenarios.add({ name: 'api-unavailable' });
    const { attemptId } = await authorize(stack, site);

    await site.call('DELETE', `/attempts/${attemptId}`);

    assert.equal(await countRows(stack.database, 'grants'), grants);
    assert.deepEqual(await readAuthorization(site), { status: 'none' });
  });

  function askedTaxIds(): (string | undefined)[] {
    return stack.mock.journal.entries({ path: 'listaMesajeFactura' }).map(({ query }) => query.cif);
  }

  async function eventsOf({ companyId }: Site): Promise<string[]> {
    const rows = await stack.database.queries
      .selectFrom('history')
      .select('event')
      .where('company_id', '=', companyId)
      .orderBy('id')
      .execute();
    return rows.map(({ event }) => event);
  }
});
