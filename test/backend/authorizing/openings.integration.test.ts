import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  atAnaf,
  callbackOf,
  failureOf,
  headingIn,
  headingOf,
  leadsTo,
  locationOf,
  openTicket,
  provenAddress,
  readAuthorization,
  returnFromAnaf,
  startAttempt,
  stateOf,
} from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { databaseKinds } from '../support/databases.ts';
import { countRows, snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { type Stack, siteOrigin } from '../support/stack.ts';

for (const kind of databaseKinds) {
  describe(`the openings of an attempt, on ${kind}`, async () => {
    const rateLimits = { pagesPerMinute: 10_000, apiPerMinute: 10_000 };
    const stack = await setup({ database: kind, rateLimits });
    let site: Site;
    let browser: Browser;
    beforeEach(async () => {
      site = await Site.open(stack);
      browser = new Browser(stack.publicUrl);
    });

    it(`the form of the page that started the attempt leads to ANAF at once (${kind})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);

      const address = await openTicket(browser, authorizeUrl);

      assert.ok(address.startsWith(stack.mock.urls.picker));
      assert.equal(await stateOf(site, attempt.attemptId), 'at-anaf');
    });

    it(`a link to the address shows who asks, even on a page of the site itself (${kind})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);

      const response = await browser.visit(authorizeUrl, { from: siteOrigin });

      assert.equal(response.status, 200);
      assert.equal(response.headers.get('refresh'), null);
      assert.equal(await headingIn(response), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
      assert.equal(await stateOf(site, attempt.attemptId), 'shown');
    });

    it(`the address with the proof of the site's form leads to ANAF once (${kind})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const address = await provenAddress(browser, authorizeUrl);
      const first = await browser.visit(address);
      assert.ok(leadsTo(first).startsWith(stack.mock.urls.picker));

      const again = await browser.visit(address);
      const elsewhere = await new Browser(stack.publicUrl).visit(address);

      for (const page of [again, elsewhere]) {
        assert.equal(page.headers.get('refresh'), null);
        assert.equal(await headingIn(page), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
      }
    });

    it(`two openings of the address with a proof at the same moment lead to ANAF once (${kind})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const address = await provenAddress(browser, authorizeUrl);

      const pages = await Promise.all(Array.from({ length: 5 }, () => new Browser(stack.publicUrl).visit(address)));

      assert.equal(pages.filter(({ headers }) => headers.has('refresh')).length, 1);
    });

    it(`a proof is not valid for another attempt, nor after a minute (${kind})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const other = await startAttempt(site);
      const { search } = new URL(await provenAddress(browser, other.authorizeUrl));
      await provenAddress(browser, authorizeUrl);
      const foreign = await browser.visit(`${authorizeUrl}${search}`);
      const late = await provenAddress(browser, authorizeUrl);
      stack.clock.advance(60);

      const answers = [foreign, await browser.visit(late)];

      for (const page of answers) {
        assert.equal(page.headers.get('refresh'), null);
        assert.equal(await headingIn(page), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
      }
    });

    it(`a prefetch of the address with a proof does not use it up (${kind})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const address = await provenAddress(browser, authorizeUrl);
      const before = await snapshot(stack.database);

      await browser.visit(address, { headers: { 'sec-purpose': 'prefetch' } });
      await fetch(address, { method: 'HEAD' });

      assert.equal(await snapshot(stack.database), before);
      assert.ok(leadsTo(await browser.visit(address)).startsWith(stack.mock.urls.picker));
    });

    it(`an address that is opened elsewhere first shows who asks, for which company and for what (${kind})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);

      const response = await browser.visit(authorizeUrl);

      const page = await response.text();
      assert.equal(response.status, 200);
      assert.equal(headingOf(page), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
      assert.match(page, /CUI 90123459/);
      assert.equal(await stateOf(site, attempt.attemptId), 'shown');
    });

    it(`the confirmation page names the host's account, if the host has named one (${kind})`, async () => {
      const company = { ...stack.newCompany(), account: { id: `account-${kind}`, name: 'Cabinet <b>Ionescu</b>' } };
      const withAccount = await startAttempt(await Site.open(stack, company));
      const without = await startAttempt(site);

      const pages = [await browser.visit(withAccount.authorizeUrl), await browser.visit(without.authorizeUrl)];
      const [named = '', unnamed = ''] = await Promise.all(pages.map((page) => page.text()));

      assert.match(named, /Cererea vine din contul Cabinet &lt;b&gt;Ionescu&lt;\/b&gt; \(FacturaApp\)\./);
      assert.ok(!unnamed.includes('Cererea vine din contul'));
    });

    it(`the form of the confirmation page leads to ANAF, and the attempt succeeds (${kind})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      await browser.visit(authorizeUrl);

      const confirmed = await browser.submit(authorizeUrl);
      await browser.visit(await atAnaf(stack, locationOf(confirmed)));

      assert.equal(confirmed.status, 303);
      assert.equal(await stateOf(site, attempt.attemptId), 'succeeded');
    });

    it(`a form of another site, or of a page that hides its origin, shows who asks and opens nothing (${kind})`, async () => {
      const { authorizeUrl } = await startAttempt(site);
      const before = await snapshot(stack.database);

      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'cross-site', origin: 'null' },
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', referer: `${siteOrigin}/` },
        { 'sec-fetch-site': 'same-site', origin: `${siteOrigin}0` },
        { origin: 'https://evil.example' },
        { origin: 'null' },
        {},
      ]) {
        const response = await browser.submit(authorizeUrl, headers);
        assert.equal(response.status, 200, JSON.stringify(headers));
        assert.equal(response.headers.get('refresh'), null);
        assert.equal(await headingIn(response), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
      }

      assert.equal(await snapshot(stack.database), before);
    });

    it(`a robot that previews the address makes no opening (${kind})`, async () => {
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
      assert.equal(await stateOf(site, attempt.attemptId), 'created');
      assert.equal(await snapshot(stack.database), before);
    });

    it(`an address that is opened again after ANAF refused can still succeed (${kind})`, async () => {
      const { attemptId, authorizeUrl, callback } = await returnFromAnaf(stack, site, { browser, act: 'cancel' });
      await browser.visit(callback);
      const states = [await stateOf(site, attemptId)];

      const second = await openTicket(browser, authorizeUrl);
      states.push(await stateOf(site, attemptId));
      await browser.visit(await atAnaf(stack, second));
      states.push(await stateOf(site, attemptId));

      assert.deepEqual(states, ['failed', 'at-anaf', 'succeeded']);
    });

    it(`a private window, which lacks the cookie of the first opening, can finish the attempt (${kind})`, async () => {
      const privateBrowser = new Browser(stack.publicUrl);
      const { attempt, authorizeUrl } = await startAttempt(site);
      await openTicket(browser, authorizeUrl);

      const page = await privateBrowser.visit(authorizeUrl);
      const confirmed = await privateBrowser.submit(authorizeUrl);
      await privateBrowser.visit(await atAnaf(stack, locationOf(confirmed)));

      assert.equal(page.status, 200);
      assert.equal(await stateOf(site, attempt.attemptId), 'succeeded');
    });

    it(`the first of two openings settles the attempt, and the second shows that it is done (${kind})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { authorizeUrl, callback } = await returnFromAnaf(stack, site, { browser });
      const second = await callbackOf(stack, authorizeUrl, { browser: other, persona: 'accountant' });

      await browser.visit(callback);
      const before = await readAuthorization(site);
      const late = await other.visit(second);

      assert.equal(late.status, 200);
      assert.equal(await headingIn(late), 'Exemplu SRL a fost deja autorizată');
      assert.deepEqual(await readAuthorization(site), before);
    });

    it(`of two openings that return at the same moment one succeeds, and one authorization is left (${kind})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { attemptId, authorizeUrl, callback } = await returnFromAnaf(stack, site, { browser });
      const second = await callbackOf(stack, authorizeUrl, { browser: other });

      const headings = await Promise.all([browser.visit(callback), other.visit(second)].map(headingIn));

      assert.deepEqual(headings.sort(), ['Exemplu SRL a fost deja autorizată', 'Gata, Exemplu SRL este autorizată']);
      assert.equal(await stateOf(site, attemptId), 'succeeded');
      assert.equal(await unreferencedGrants(stack), 0);
    });

    it(`a result page that is loaded again shows its result without another call to ANAF (${kind})`, async () => {
      const { callback } = await returnFromAnaf(stack, site, { browser });
      await browser.visit(callback);
      stack.mock.journal.clear();

      const again = await browser.visit(callback);

      assert.equal(await headingIn(again), 'Gata, Exemplu SRL este autorizată');
      assert.deepEqual(stack.mock.journal.entries(), []);
    });

    it(`a callback without the cookie of its own opening is refused, whatever other cookie the browser has (${kind})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { authorizeUrl, callback } = await returnFromAnaf(stack, site, { browser });
      await openTicket(other, authorizeUrl);
      const swapped = new Browser(stack.publicUrl);
      swapped.plantCookie(openingCookie(browser).name, openingCookie(other).value);
      const before = await snapshot(stack.database);

      const answers = [
        await new Browser(stack.publicUrl).visit(callback),
        await other.visit(callback),
        await swapped.visit(callback),
      ];

      for (const answer of answers) {
        assert.equal(answer.status, 403);
        assert.equal(await headingIn(answer), 'Autorizarea a fost începută în altă parte');
      }
      assert.equal(await snapshot(stack.database), before);
      assert.equal((await browser.visit(callback)).status, 200);
    });

    it(`a second refusal in the same browser points to a browser that remembers "no certificate" (${kind})`, async () => {
      const { attemptId, authorizeUrl, callback } = await returnFromAnaf(stack, site, { browser, act: 'cancel' });
      await browser.visit(callback);
      const first = await likeliestCause(site, attemptId);

      await browser.visit(await callbackOf(stack, authorizeUrl, { browser, act: 'cancel' }));
      const second = await likeliestCause(site, attemptId);

      assert.deepEqual([first, second], ['token-not-inserted', 'browser-remembers-no-certificate']);
    });

    it(`a refusal after twenty seconds points to a person who chose no certificate in a dialog (${kind})`, async () => {
      const { attemptId, callback } = await returnFromAnaf(stack, site, { browser, act: 'cancel' });
      stack.clock.advance(20);

      await browser.visit(callback);

      assert.equal(await likeliestCause(site, attemptId), 'no-certificate-chosen');
    });

    it(`the addresses of lapsed and cancelled attempts show that the attempt has ended (${kind})`, async () => {
      const lapsed = await returnFromAnaf(stack, site, { browser });
      const cancelled = await startAttempt(site);
      assert.equal((await site.call('DELETE', `/attempts/${cancelled.attempt.attemptId}`)).status, 204);
      stack.clock.advance(15 * 60);

      const answers = [
        await browser.visit(lapsed.callback),
        await browser.visit(lapsed.authorizeUrl, { from: siteOrigin }),
        await browser.visit(cancelled.authorizeUrl, { from: siteOrigin }),
      ];

      for (const answer of answers) {
        assert.equal(answer.status, 410);
        assert.equal(await headingIn(answer), 'Această încercare s-a încheiat');
      }
    });

    it(`a HEAD or prefetch request to the callback does not use the code up (${kind})`, async () => {
      const { attemptId, callback } = await returnFromAnaf(stack, site, { browser });
      const before = await snapshot(stack.database);

      const head = await fetch(callback, { method: 'HEAD', headers: { cookie: browser.cookieHeader } });
      const prefetch = await browser.visit(callback, { headers: { 'sec-purpose': 'prefetch' } });

      assert.deepEqual([head.status, prefetch.status], [204, 204]);
      assert.equal(await snapshot(stack.database), before);
      await browser.visit(callback);
      assert.equal(await stateOf(site, attemptId), 'succeeded');
    });

    it(`the address of a result without state and code shows it again, only in the browser of the opening (${kind})`, async () => {
      const { callback } = await returnFromAnaf(stack, site, { browser });
      const address = `/callback?result=${openingCookie(browser).name.slice('spv-o-'.length)}`;
      const early = await browser.visit(address);
      await browser.visit(callback);

      const again = await browser.visit(address);
      const elsewhere = await new Browser(stack.publicUrl).visit(address);
      const unknown = await browser.visit('/callback?result=0123456789abcdef');
      const nonsense = await browser.visit('/callback?result=%00');

      assert.equal(await headingIn(again), 'Gata, Exemplu SRL este autorizată');
      assert.deepEqual(
        [early, again, elsewhere, unknown, nonsense].map(({ status }) => status),
        [400, 200, 403, 400, 400],
      );
    });

    it(`another opening does not change an attempt whose right is being checked (${kind})`, async () => {
      const { attemptId, authorizeUrl, callback } = await returnFromAnaf(stack, site, { browser });
      const held = stack.answers.hold('listaMesajeFactura');
      const page = browser.visit(callback);
      await held.arrived;

      await openTicket(new Browser(stack.publicUrl), authorizeUrl);
      const meanwhile = await stateOf(site, attemptId);
      held.release();
      await page;

      assert.equal(meanwhile, 'verifying');
    });

    it(`a refused opening does not fail the attempt while the code of another one is exchanged (${kind})`, async () => {
      const other = new Browser(stack.publicUrl);
      const { attemptId, authorizeUrl, callback } = await returnFromAnaf(stack, site, { browser });
      const refused = await callbackOf(stack, authorizeUrl, { browser: other, act: 'cancel' });
      const held = stack.answers.hold('/token');
      const page = browser.visit(callback);
      await held.arrived;

      await other.visit(refused);
      const meanwhile = await stateOf(site, attemptId);
      held.release();
      await page;

      assert.deepEqual([meanwhile, await stateOf(site, attemptId)], ['verifying', 'succeeded']);
    });

    it(`an attempt does not lapse while a code that came back in time is exchanged (${kind})`, async () => {
      const { attempt, authorizeUrl } = await startAttempt(site);
      stack.clock.advance(15 * 60 - 50);
      const callback = await callbackOf(stack, authorizeUrl, { browser });
      stack.clock.advance(49);
      const held = stack.answers.hold('/token');
      const page = browser.visit(callback);
      await held.arrived;
      stack.clock.advance(10);
      await stack.backend.runDue();

      held.release();

      assert.equal(await headingIn(page), 'Gata, Exemplu SRL este autorizată');
      assert.equal(await stateOf(await site.reopen(), attempt.attemptId), 'succeeded');
    });

    it(`an attempt that was cancelled while its code was exchanged stores no token (${kind})`, async () => {
      const grants = await countRows(stack.database, 'grants');
      const { attemptId, callback } = await returnFromAnaf(stack, site, { browser });
      const held = stack.answers.hold('/token');
      const page = browser.visit(callback);
      await held.arrived;
      assert.equal((await site.call('DELETE', `/attempts/${attemptId}`)).status, 204);
      stack.mock.journal.clear();

      held.release();

      assert.equal(await headingIn(page), 'Această încercare s-a încheiat');
      assert.deepEqual(stack.mock.journal.entries({ path: 'listaMesajeFactura' }), []);
      assert.equal(await countRows(stack.database, 'grants'), grants);
    });

    it(`a callback that is loaded five times at once exchanges its code once (${kind})`, async () => {
      const { attemptId, callback } = await returnFromAnaf(stack, site, { browser });
      stack.mock.journal.clear();

      const headings = await Promise.all(Array.from({ length: 5 }, () => headingIn(browser.visit(callback))));

      assert.equal(stack.mock.journal.entries({ path: '/token' }).length, 1);
      assert.ok(headings.includes('Gata, Exemplu SRL este autorizată'), headings.join());
      assert.equal(await stateOf(site, attemptId), 'succeeded');
    });
  });
}

function openingCookie(browser: Browser): { readonly name: string; readonly value: string } {
  const [cookie] = [...browser.cookies].filter(([name]) => name.startsWith('spv-o-'));
  assert.ok(cookie, 'the browser has no cookie of an opening');
  const [name, value] = cookie;
  return { name, value };
}

async function likeliestCause(site: Site, attemptId: string): Promise<string> {
  const { diagnosis } = await failureOf(site, attemptId);
  const [first] = diagnosis.causes;
  assert.ok(first);
  return first.cause;
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
