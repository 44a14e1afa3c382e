import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callbackOf, failureOf, headingIn, returnFromAnaf, stateOf } from '../support/authorize.ts';
import { badValue, breakTransactions, connectionLost } from '../support/broken-database.ts';
import { Browser } from '../support/browser.ts';
import { databaseKinds } from '../support/databases.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';

for (const kind of databaseKinds) {
  describe(`a code exchange with a broken database, on ${kind}`, async () => {
    const stack = await setup({ database: kind });

    it(`an exchange succeeds when the database was away for a moment while the tokens were to be stored (${kind})`, async () => {
      const { site, attemptId, callback, browser } = await returned();
      const broken = breakTransactions(stack.database, { after: 1, times: 2, error: connectionLost });

      const page = await browser.visit(callback);
      broken.mend();

      assert.equal(await headingIn(page), 'Gata, Exemplu SRL este autorizată');
      assert.equal(await stateOf(site, attemptId), 'succeeded');
    });

    it(`an exchange whose tokens cannot be stored fails the attempt at once (${kind})`, async () => {
      const { site, attemptId, callback, browser } = await returned();
      const broken = breakTransactions(stack.database, { after: 1, times: 1, error: badValue });

      const page = await browser.visit(callback);
      broken.mend();

      assert.equal(page.status, 500);
      assert.equal((await failureOf(site, attemptId)).code, 'backend-unreachable');
      assert.equal(await headingIn(browser.visit(callback)), 'Serverul FacturaApp nu răspunde');
    });

    it(`an exchange whose process was ended delays the attempt for two minutes, and blocks nothing afterwards (${kind})`, async () => {
      const { site, attemptId, authorizeUrl, callback, browser } = await returned();
      await interruptExchange(browser, callback);
      const other = new Browser(stack.publicUrl);
      const cancelled = await callbackOf(stack, authorizeUrl, { browser: other, act: 'cancel' });

      const soon = await headingIn(browser.visit(callback));
      stack.clock.advance(120);
      await other.visit(cancelled);
      const { code } = await failureOf(site, attemptId);
      await stack.backend.runDue();
      const late = await headingIn(browser.visit(callback));

      assert.equal(soon, 'Certificatul a fost primit, ANAF încă verifică');
      assert.equal(code, 'access-denied');
      assert.equal(late, 'Serverul FacturaApp nu răspunde');
    });

    it(`an exchange whose process was ended fails the attempt after two minutes, without a request (${kind})`, async () => {
      const { site, attemptId, callback, browser } = await returned();
      await interruptExchange(browser, callback);

      stack.clock.advance(119);
      await stack.backend.runDue();
      const before = await stateOf(site, attemptId);
      stack.clock.advance(1);
      await stack.backend.runDue();

      assert.deepEqual([before, await stateOf(site, attemptId)], ['verifying', 'failed']);
    });

    async function returned() {
      const site = await Site.open(stack);
      return { site, ...(await returnFromAnaf(stack, site)) };
    }

    /** Nothing after the exchange can be stored, as if the process had been ended. */
    async function interruptExchange(browser: Browser, callback: string): Promise<void> {
      const broken = breakTransactions(stack.database, { after: 1, error: badValue });
      const { status } = await browser.visit(callback);
      broken.mend();
      assert.equal(status, 500);
    }
  });
}
