import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  atAnaf,
  authorize,
  authorizedSite,
  failureOf,
  headingOf,
  openTicket,
  readAuthorization,
  startAttempt,
  stateOf,
} from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { databaseKinds } from '../support/databases.ts';
import { countRows, eventsOf } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { betaTaxId, exempluTaxId, siteOrigin } from '../support/stack.ts';

for (const kind of databaseKinds) {
  describe(`authorizing a company, on ${kind}`, async () => {
    const stack = await setup({ database: kind });

    it(`an authorization is active once ANAF has confirmed the right (${kind})`, async () => {
      const site = await Site.open(stack);
      stack.mock.journal.clear();

      const { attemptId, page, status } = await authorize(stack, site);

      assert.equal(status, 200);
      assert.equal(headingOf(page), 'Gata, Exemplu SRL este autorizată');
      assert.equal(await stateOf(site, attemptId), 'succeeded');
      const authorization = await readAuthorization(site);
      assert.ok(authorization.status === 'active');
      assert.equal(authorization.authorizedBy, 'Maria Pop');
      assert.equal(authorization.accessExpiresAt - authorization.authorizedAt, 90 * 24 * 3600);
      assert.equal(authorization.reauthorizeBy - authorization.authorizedAt, 365 * 24 * 3600);
      assert.deepEqual(
        stack.mock.journal.entries({ path: 'listaMesajeFactura' }).map(({ query }) => query),
        [{ zile: '1', cif: exempluTaxId }],
      );
    });

    it(`the backend asks for a JWT in both OAuth requests and authenticates with Basic (${kind})`, async () => {
      const site = await Site.open(stack);
      stack.mock.journal.clear();

      await authorize(stack, site);

      const [asked] = stack.mock.journal.entries({ path: '/anaf-oauth2/v1/authorize' });
      const [exchanged] = stack.mock.journal.entries({ path: '/anaf-oauth2/v1/token' });
      assert.ok(asked && exchanged);
      assert.equal(asked.query.token_content_type, 'jwt');
      assert.equal(exchanged.form.token_content_type, 'jwt');
      assert.equal(exchanged.headers.authorization, '[secret]');
      assert.equal(exchanged.form.client_secret, undefined);
    });

    it(`another company's certificate fails the attempt, and its tokens are deleted at once (${kind})`, async () => {
      const site = await Site.open(stack);
      const grants = await countRows(stack.database, 'grants');

      const { attemptId, page } = await authorize(stack, site, { persona: 'other-company' });

      assert.equal(headingOf(page), 'Certificatul este al altei firme');
      const { code, evidence } = await failureOf(site, attemptId);
      assert.equal(code, 'no-right-for-company');
      assert.ok(evidence.certificate);
      assert.match(evidence.certificate.serial, /^[0-9a-f:]+$/);
      assert.equal(await countRows(stack.database, 'grants'), grants);
      assert.deepEqual(await readAuthorization(site), { status: 'none' });
    });

    it(`a certificate without rights for any company fails the attempt with a code of its own (${kind})`, async () => {
      const site = await Site.open(stack);

      const { attemptId } = await authorize(stack, site, { persona: 'no-company' });

      assert.equal((await failureOf(site, attemptId)).code, 'no-right-for-any-company');
    });

    it(`a running authorization is kept when a second attempt fails (${kind})`, async () => {
      const site = await authorizedSite(stack);
      const before = await readAuthorization(site);

      const { page } = await authorize(stack, site, { persona: 'other-company' });

      assert.deepEqual(await readAuthorization(site), before);
      assert.match(page, /Autorizarea actuală merge mai departe/);
    });

    it(`a new authorization replaces the running one, and the old tokens are deleted (${kind})`, async () => {
      const site = await authorizedSite(stack);
      const grants = await countRows(stack.database, 'grants');

      await authorize(stack, site, { persona: 'accountant' });

      assert.equal((await readAuthorization(site)).status, 'active');
      assert.equal(await countRows(stack.database, 'grants'), grants);
      assert.deepEqual(await eventsOf(stack.database, site.companyId), ['authorized', 'replaced']);
    });

    it(`two companies with the same CUI see nothing of each other (${kind})`, async () => {
      const first = await Site.open(stack);
      const second = await Site.open(stack);

      const { attemptId } = await authorize(stack, first);

      assert.equal((await readAuthorization(first)).status, 'active');
      assert.deepEqual(await readAuthorization(second), { status: 'none' });
      assert.equal((await second.call('GET', `/attempts/${attemptId}`)).status, 404);
      assert.equal((await second.call('DELETE', `/attempts/${attemptId}`)).status, 404);
    });

    it(`a changed CUI suspends the authorization until ANAF has confirmed the right for the new one (${kind})`, async () => {
      const site = await authorizedSite(stack, { persona: 'accountant' });

      await site.reopenWithTaxId(betaTaxId);

      assert.equal((await readAuthorization(site)).status, 'checking');
      await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), {
        code: 'not-authorized',
      });
      await stack.backend.runDue();
      assert.equal((await readAuthorization(site)).status, 'active');
    });

    it(`a company has no rights when its certificate has none for the new CUI (${kind})`, async () => {
      const site = await authorizedSite(stack);

      await site.reopenWithTaxId(betaTaxId);
      await stack.backend.runDue();

      assert.equal((await readAuthorization(site)).status, 'no-rights');
    });

    it(`a candidate that two passes find at the same moment is checked by one of them (${kind})`, async () => {
      const site = await Site.open(stack);
      stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
      await authorize(stack, site);
      stack.mock.journal.clear();
      stack.clock.advance(15);

      const passes = await Promise.all([stack.backend.runDue(), stack.backend.runDue()]);

      assert.deepEqual(passes.map(({ candidatesChecked }) => candidatesChecked).sort(), [0, 1]);
      assert.equal(stack.mock.journal.entries({ path: 'listaMesajeFactura' }).length, 1);
      assert.equal((await readAuthorization(site)).status, 'active');
    });

    it(`the result page of redirect mode links to the return address with the id of the attempt (${kind})`, async () => {
      const site = await Site.open(stack);
      const browser = new Browser(stack.publicUrl);
      const returnUrl = `${siteOrigin}/cont?fila=efactura`;
      const { attempt, authorizeUrl } = await startAttempt(site, { mode: 'redirect', returnUrl });

      const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
      const page = await (await browser.visit(callback)).text();

      const back = `${siteOrigin}/cont?fila=efactura&amp;spv-attempt=${attempt.attemptId}`;
      assert.ok(page.includes(`<a class="button" href="${back}">`), page);
    });
  });
}
