import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Browser } from '../support/browser.ts';
import { type DatabaseServer, databases } from '../support/databases.ts';
import { HeldLine } from '../support/held-line.ts';
import { countRows, snapshot } from '../support/snapshot.ts';
import { exempluTaxId, Site, type Stack, siteOrigin, startStack } from '../support/stack.ts';
import { atAnaf, headingOf, openTicket, readAttempt, readAuthorization, startAttempt } from '../support/walk.ts';

for (const [name, startServer] of Object.entries(databases)) {
  describe(`the openings of an attempt, on ${name}`, () => {
    let server: DatabaseServer;
    let stack: Stack;
    let site: Site;
    let browser: Browser;
    const line = new HeldLine();
    before(async () => {
      server = await startServer();
      const rateLimits = { pagesPerMinute: 10_000, apiPerMinute: 10_000 };
      stack = await startStack({ storage: await server.fresh(), fetch: line.fetch, rateLimits });
    });
    beforeEach(async () => {
      site = await Site.open(stack);
      browser = new Browser(stack.publicUrl);
    });
    after(async () => {
      await stack.stop();
      await server.stop();
    });

    it(`an opening from the page that started the attempt redirects to ANAF at once (${name})`, async () => {
      const { authorizeUrl } = await startAttempt(site);

      const location = await openTicket(browser, authorizeUrl);

      assert.ok(location.startsWith(stack.mock.urls.picker));
    });

    it(`an opening from elsewhere first shows the application, the company and the purpose (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);

      const response = await browser.visit(authorizeUrl);

      const page = await response.text();
      assert.equal(response.status, 200);
      assert.equal(headingOf(page), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
      assert.match(page, /CUI 90123459/);
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'shown');
    });

    it(`the form of the confirmation page continues to ANAF and the attempt succeeds (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      await browser.visit(authorizeUrl);

      const confirmed = await browser.submit(authorizeUrl);
      const callback = await atAnaf(stack, confirmed.headers.get('location') ?? '');
      await browser.visit(callback);

      assert.equal(confirmed.status, 303);
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
    });

    it(`a form of another site is refused and changes nothing (${name})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const before = await snapshot(stack.database);

      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
        {},
      ]) {
        const response = await browser.submit(authorizeUrl, headers);
        assert.equal(response.status, 403, JSON.stringify(headers));
        assert.equal(response.headers.get('location'), null);
      }

      assert.equal(await snapshot(stack.database), before);
    });

    it(`a link preview does not create an opening (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const before = await snapshot(stack.database);

      const answers = [
        await fetch(authorizeUrl, { redirect: 'manual' }),
        await fetch(authorizeUrl, { method: 'HEAD', redirect: 'manual', headers: { referer: `${siteOrigin}/` } }),
        await browser.visit(authorizeUrl, { from: siteOrigin, headers: { 'sec-purpose': 'prefetch' } }),
      ];

      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
      assert.equal(await snapshot(stack.database), before);
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'created');
    });

    it(`after a refusal the address can be opened again and the attempt succeeds (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      await browser.visit(await atAnaf(stack, await openTicket(browser, authorizeUrl), 'administrator', 'cancel'));
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'failed');

      const second = await openTicket(browser, authorizeUrl);
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'at-anaf');
      await browser.visit(await atAnaf(stack, second));

      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
    });

    it(`the address works in a private window without the first cookies (${name})`, async () => {
      const privateBrowser = new Browser(stack.publicUrl);
      const { attempt, authorizeUrl } = await startAttempt(site);
      await openTicket(browser, authorizeUrl);

      const page = await privateBrowser.visit(authorizeUrl);
      const confirmed = await privateBrowser.submit(authorizeUrl);
      await privateBrowser.visit(await atAnaf(stack, confirmed.headers.get('location') ?? ''));

      assert.equal(page.status, 200);
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
    });

    it(`the first of two openings to return settles the attempt, and the second is told so (${name})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { authorizeUrl } = await startAttempt(site);
      const first = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const second = await atAnaf(stack, await openTicket(other, authorizeUrl), 'accountant');

      await browser.visit(first);
      const before = await readAuthorization(site);
      const late = await other.visit(second);

      assert.equal(late.status, 200);
      assert.equal(headingOf(await late.text()), 'Exemplu SRL a fost deja autorizată');
      assert.deepEqual(await readAuthorization(site), before);
    });

    it(`of two openings that return at the same moment one succeeds, the other is told so, and one authorization exists (${name})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { attempt, authorizeUrl } = await startAttempt(site);
      const first = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const second = await atAnaf(stack, await openTicket(other, authorizeUrl));

      const pages = await Promise.all(
        [browser.visit(first), other.visit(second)].map(async (page) => (await page).text()),
      );

      assert.deepEqual(pages.map(headingOf).sort(), [
        'Exemplu SRL a fost deja autorizată',
        'Gata, Exemplu SRL este autorizată',
      ]);
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
      assert.equal(await unreferencedGrants(stack), 0);
    });

    it(`reloading the result page shows the result again without a request to ANAF (${name})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      await browser.visit(callback);
      stack.mock.journal.clear();

      const again = await browser.visit(callback);

      assert.equal(headingOf(await again.text()), 'Gata, Exemplu SRL este autorizată');
      assert.deepEqual(stack.mock.journal.entries(), []);
    });

    it(`a callback without the cookie of its opening is refused, whatever other cookies there are (${name})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      await openTicket(other, authorizeUrl);
      const [mine] = openingCookies(browser);
      const foreign = [...other.cookies].find(([cookie]) => cookie.startsWith('spv-o-'));
      assert.ok(mine && foreign);
      const swapped = new Browser(stack.publicUrl);
      swapped.plantCookie(mine, foreign[1]);
      const before = await snapshot(stack.database);

      const answers = [
        await new Browser(stack.publicUrl).visit(callback),
        await other.visit(callback),
        await swapped.visit(callback),
      ];

      for (const answer of answers) {
        assert.equal(answer.status, 403);
        assert.equal(headingOf(await answer.text()), 'Autorizarea a fost începută în altă parte');
      }
      assert.equal(await snapshot(stack.database), before);
      assert.equal((await browser.visit(callback)).status, 200);
    });

    it(`the diagnosis uses the time of the answer and an earlier opening in the same browser (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      await browser.visit(await atAnaf(stack, await openTicket(browser, authorizeUrl), 'administrator', 'cancel'));
      const first = await readAttempt(site, attempt.attemptId);

      await browser.visit(await atAnaf(stack, await openTicket(browser, authorizeUrl), 'administrator', 'cancel'));
      const second = await readAttempt(site, attempt.attemptId);

      assert.equal(likeliestCause(first), 'token-not-inserted');
      assert.equal(likeliestCause(second), 'browser-remembers-no-certificate');
    });

    it(`the diagnosis distinguishes a person who saw a dialog from a browser that showed none (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl), 'administrator', 'cancel');
      stack.clock.advance(20);

      await browser.visit(callback);

      const failed = await readAttempt(site, attempt.attemptId);
      assert.equal(likeliestCause(failed), 'no-certificate-chosen');
    });

    it(`the address of a lapsed, cancelled or successful attempt says so (${name})`, async () => {
      const lapsed = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, lapsed.authorizeUrl));
      const cancelled = await startAttempt(site);
      assert.equal((await site.call('DELETE', `/attempts/${cancelled.attempt.attemptId}`)).status, 204);
      stack.clock.advance(15 * 60);
      const later = await Site.open(stack);

      const answers = [
        await browser.visit(callback),
        await browser.visit(lapsed.authorizeUrl, { from: siteOrigin }),
        await browser.visit(cancelled.authorizeUrl, { from: siteOrigin }),
      ];

      for (const answer of answers) {
        assert.equal(answer.status, 410);
        assert.equal(headingOf(await answer.text()), 'Această încercare s-a încheiat');
      }
      assert.equal((await later.call('GET', '/authorization')).status, 200);
    });

    it(`a HEAD or prefetch request does not use up the callback (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
      const before = await snapshot(stack.database);

      const head = await fetch(callback, { method: 'HEAD', headers: { cookie } });
      const prefetch = await browser.visit(callback, { headers: { 'sec-purpose': 'prefetch' } });

      assert.deepEqual([head.status, prefetch.status], [204, 204]);
      assert.equal(await snapshot(stack.database), before);
      await browser.visit(callback);
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
    });

    it(`the result stays readable at an address without state and code, for the same browser only (${name})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const [id = ''] = openingCookies(browser).map((cookie) => cookie.slice('spv-o-'.length));
      const address = `/callback?result=${id}`;
      const early = await browser.visit(address);
      await browser.visit(callback);

      const again = await browser.visit(address);
      const elsewhere = await new Browser(stack.publicUrl).visit(address);
      const unknown = await browser.visit('/callback?result=0123456789abcdef');
      const nonsense = await browser.visit('/callback?result=%00');

      assert.equal(headingOf(await again.text()), 'Gata, Exemplu SRL este autorizată');
      assert.deepEqual(
        [early, again, elsewhere, unknown, nonsense].map(({ status }) => status),
        [400, 200, 403, 400, 400],
      );
    });

    it(`another opening does not disturb an attempt whose candidate is being checked (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const held = line.hold('listaMesajeFactura');
      const page = browser.visit(callback);
      await held.arrived;

      await openTicket(new Browser(stack.publicUrl), authorizeUrl);
      const meanwhile = (await readAttempt(site, attempt.attemptId)).state;
      held.release();
      await page;

      assert.equal(meanwhile, 'verifying');
    });

    it(`a failing opening does not fail the attempt while another one is succeeding (${name})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { attempt, authorizeUrl } = await startAttempt(site);
      const good = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const bad = await atAnaf(stack, await openTicket(other, authorizeUrl), 'administrator', 'cancel');
      const held = line.hold('/token');
      const page = browser.visit(good);
      await held.arrived;

      await other.visit(bad);
      const meanwhile = (await readAttempt(site, attempt.attemptId)).state;
      held.release();
      await page;

      assert.equal(meanwhile, 'verifying');
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
    });

    it(`an opening that returned in time is not ended while its code is exchanged (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      stack.clock.advance(15 * 60 - 50);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      stack.clock.advance(49);
      const held = line.hold('/token');
      const page = browser.visit(callback);
      await held.arrived;
      stack.clock.advance(10);
      await stack.backend.runDue();

      held.release();

      assert.equal(headingOf(await (await page).text()), 'Gata, Exemplu SRL este autorizată');
      assert.equal((await readAttempt(await reopened(site), attempt.attemptId)).state, 'succeeded');
    });

    it(`no token is stored for an attempt that was cancelled during the exchange (${name})`, async () => {
      const grants = await countRows(stack.database, 'grants');
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const held = line.hold('/token');
      const page = browser.visit(callback);
      await held.arrived;
      await site.call('DELETE', `/attempts/${attempt.attemptId}`);
      stack.mock.journal.clear();

      held.release();

      assert.equal(headingOf(await (await page).text()), 'Această încercare s-a încheiat');
      assert.deepEqual(stack.mock.journal.entries({ path: 'listaMesajeFactura' }), []);
      assert.equal(await countRows(stack.database, 'grants'), grants);
    });

    it(`an opening waits for another transaction that changes its attempt (${name})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const claims = Array.from({ length: 5 }, () => browser.visit(callback));
      stack.mock.journal.clear();

      const headings = await Promise.all(claims.map(async (page) => headingOf(await (await page).text())));

      assert.equal(stack.mock.journal.entries({ path: '/token' }).length, 1);
      assert.ok(headings.includes('Gata, Exemplu SRL este autorizată'));
      assert.equal((await readAttempt(site, attempt.attemptId)).state, 'succeeded');
    });

    function reopened({ companyId }: Site): Promise<Site> {
      return Site.open(stack, { companyId, taxId: exempluTaxId, companyName: 'Exemplu SRL' });
    }
  });
}

function openingCookies(browser: Browser): string[] {
  return [...browser.cookies.keys()].filter((name) => name.startsWith('spv-o-'));
}

function likeliestCause(attempt: Awaited<ReturnType<typeof readAttempt>>): string | undefined {
  return attempt.state === 'failed' ? attempt.failure.diagnosis.causes[0]?.cause : undefined;
}

async function unreferencedGrants(stack: Stack): Promise<number> {
  const rows = await stack.database.queries
    .selectFrom('grants')
    .leftJoin('authorizations', 'authorizations.grant_id', 'grants.id')
    .select('grants.id')
    .where('authorizations.company_id', 'is', null)
    .execute();
  return rows.length;
}
