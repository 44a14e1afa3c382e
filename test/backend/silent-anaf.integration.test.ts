import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { countRows } from './support/snapshot.ts';
import { Site, type Stack, startStack } from './support/stack.ts';
import { authorize, headingOf, readAttempt, readAuthorization } from './support/walk.ts';

describe('an ANAF that does not answer', () => {
  let stack: Stack;
  before(async () => {
    stack = await startStack();
  });
  afterEach(() => stack.mock.scenarios.clear());
  after(() => stack.stop());

  it('keeps the new grant unproven and tells the person that the page may be closed', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable' });

    const { attemptId, page } = await authorize(stack, site);

    assert.equal(headingOf(page), 'Certificatul a fost primit, ANAF încă verifică');
    assert.match(page, /poți închide pagina/);
    assert.equal((await readAttempt(site, attemptId)).state, 'verifying');
    assert.equal((await readAuthorization(site)).status, 'checking');
    await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), { code: 'not-authorized' });
  });

  it('is asked again when that is due, and the grant becomes active with the first good answer', async () => {
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

  it('may say no later: the grant is deleted and the attempt fails with the reason', async () => {
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

  it('is asked ever less often, and given up after 24 hours', async () => {
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

  it('keeps nobody waiting: the page comes in the time that was configured', async () => {
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-hang' });
    const started = performance.now();

    const { page } = await authorize(stack, site);

    assert.equal(headingOf(page), 'Certificatul a fost primit, ANAF încă verifică');
    assert.ok(performance.now() - started < 6000);
  });

  for (const scenario of ['token-unavailable', 'token-html', 'token-reset', 'token-hang'] as const) {
    it(`at the exchange is a failure that may be tried again (${scenario})`, async () => {
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

  it('loses the unproven grant when the person gives the attempt up', async () => {
    const site = await Site.open(stack);
    const grants = await countRows(stack.database, 'grants');
    stack.mock.scenarios.add({ name: 'api-unavailable' });
    const { attemptId } = await authorize(stack, site);

    await site.call('DELETE', `/attempts/${attemptId}`);

    assert.equal(await countRows(stack.database, 'grants'), grants);
    assert.deepEqual(await readAuthorization(site), { status: 'none' });
  });
});
