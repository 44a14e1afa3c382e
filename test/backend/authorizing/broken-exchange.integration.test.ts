import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { badValue, breakTransactions, connectionLost } from '../support/broken-database.ts';
import { Browser } from '../support/browser.ts';
import { type DatabaseServer, databases } from '../support/databases.ts';
import { Site, type Stack, startStack } from '../support/stack.ts';
import { atAnaf, headingOf, openTicket, readAttempt, startAttempt } from '../support/walk.ts';

for (const [name, startServer] of Object.entries(databases)) {
  describe(`openings whose exchange meets a broken database, on ${name}`, () => {
    let server: DatabaseServer;
    let stack: Stack;
    let site: Site;
    let browser: Browser;
    before(async () => {
      server = await startServer();
      stack = await startStack({ storage: await server.fresh() });
    });
    beforeEach(async () => {
      site = await Site.open(stack);
      browser = new Browser(stack.publicUrl);
    });
    after(async () => {
      await stack.stop();
      await server.stop();
    });

    it(`tokens are stored after a short outage of the database during the exchange (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const broken = breakTransactions(stack.database, { after: 1, times: 2, error: connectionLost });

      const page = await browser.visit(callback);
      broken.mend();

      assert.equal(headingOf(await page.text()), 'Gata, Exemplu SRL este autorizată');
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
    });

    it(`an exchange that fails with an error fails its opening and its attempt at once (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const broken = breakTransactions(stack.database, { after: 1, times: 1, error: badValue });

      const page = await browser.visit(callback);
      broken.mend();

      assert.equal(page.status, 500);
      const failed = await readAttempt(site, attempt.attemptId);
      assert.ok(failed.state === 'failed');
      assert.equal(failed.failure.code, 'backend-unreachable');
      assert.equal(headingOf(await (await browser.visit(callback)).text()), 'Serverul FacturaApp nu răspunde');
    });

    it(`an exchange whose process was killed is waited for two minutes and blocks nothing afterwards (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const broken = breakTransactions(stack.database, { after: 1, error: badValue });
      await browser.visit(callback);
      broken.mend();
      const other = new Browser(stack.publicUrl);
      const cancelled = await atAnaf(stack, await openTicket(other, authorizeUrl), 'administrator', 'cancel');

      const soon = headingOf(await (await browser.visit(callback)).text());
      stack.clock.advance(120);
      await other.visit(cancelled);
      const failed = await readAttempt(site, attempt.attemptId);
      await stack.backend.runDue();
      const late = headingOf(await (await browser.visit(callback)).text());

      assert.equal(soon, 'Certificatul a fost primit, ANAF încă verifică');
      assert.ok(failed.state === 'failed');
      assert.equal(failed.failure.code, 'access-denied');
      assert.equal(late, 'Serverul FacturaApp nu răspunde');
    });

    it(`an exchange whose process was killed fails its attempt without a request (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const broken = breakTransactions(stack.database, { after: 1, error: badValue });
      await browser.visit(callback);
      broken.mend();

      stack.clock.advance(120);
      await stack.backend.runDue();

      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'failed');
    });
  });
}
