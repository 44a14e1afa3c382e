import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Browser } from '../support/browser.ts';
import { type DatabaseServer, databases } from '../support/databases.ts';
import { countRows } from '../support/snapshot.ts';
import { betaTaxId, exempluTaxId, Site, type Stack, siteOrigin, startStack } from '../support/stack.ts';
import {
  atAnaf,
  authorize,
  headingOf,
  openTicket,
  readAttempt,
  readAuthorization,
  startAttempt,
} from '../support/walk.ts';

for (const [name, startServer] of Object.entries(databases)) {
  describe(`authorizing a company, on ${name}`, () => {
    let server: DatabaseServer;
    let stack: Stack;
    before(async () => {
      server = await startServer();
      stack = await startStack({ storage: await server.fresh() });
    });
    after(async () => {
      await stack.stop();
      await server.stop();
    });

    it(`an authorization becomes active when ANAF confirms the right (${name})`, async () => {
      const site = await Site.open(stack);
      stack.mock.journal.clear();

      const { attemptId, page, status } = await authorize(stack, site);

      assert.equal(status, 200);
      assert.equal(headingOf(page), 'Gata, Exemplu SRL este autorizată');
      assert.equal((await readAttempt(site, attemptId)).state, 'succeeded');
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

    it(`both OAuth requests ask for a JWT, and the token request uses Basic authentication (${name})`, async () => {
      const site = await Site.open(stack);
      stack.mock.journal.clear();

      await authorize(stack, site);

      const [asked] = stack.mock.journal.entries({ path: '/anaf-oauth2/v1/authorize' });
      const [exchanged] = stack.mock.journal.entries({ path: '/anaf-oauth2/v1/token' });
      assert.equal(asked?.query.token_content_type, 'jwt');
      assert.equal(exchanged?.form.token_content_type, 'jwt');
      assert.equal(exchanged?.headers.authorization, '[secret]');
      assert.equal(exchanged?.form.client_secret, undefined);
    });

    it(`another company's certificate is recognised and its tokens are deleted at once (${name})`, async () => {
      const site = await Site.open(stack);
      const grants = await countRows(stack.database, 'grants');

      const { attemptId, page } = await authorize(stack, site, { persona: 'other-company' });

      assert.equal(headingOf(page), 'Certificatul este al altei firme');
      const attempt = await readAttempt(site, attemptId);
      assert.ok(attempt.state === 'failed');
      assert.equal(attempt.failure.code, 'no-right-for-company');
      assert.match(attempt.failure.evidence.certificate?.serial ?? '', /^[0-9a-f:]+$/);
      assert.equal(await countRows(stack.database, 'grants'), grants);
      assert.deepEqual(await readAuthorization(site), { status: 'none' });
    });

    it(`a certificate without rights for any company is recognised (${name})`, async () => {
      const site = await Site.open(stack);

      const { attemptId } = await authorize(stack, site, { persona: 'no-company' });

      const attempt = await readAttempt(site, attemptId);
      assert.ok(attempt.state === 'failed');
      assert.equal(attempt.failure.code, 'no-right-for-any-company');
    });

    it(`a failed attempt leaves the running authorization unchanged (${name})`, async () => {
      const site = await Site.open(stack);
      await authorize(stack, site);
      const before = await readAuthorization(site);

      const { page } = await authorize(stack, site, { persona: 'other-company' });

      assert.deepEqual(await readAuthorization(site), before);
      assert.match(page, /Autorizarea actuală merge mai departe/);
    });

    it(`a new authorization replaces the running one and deletes the old tokens (${name})`, async () => {
      const site = await Site.open(stack);
      await authorize(stack, site);
      const grants = await countRows(stack.database, 'grants');

      await authorize(stack, site, { persona: 'accountant' });

      const authorization = await readAuthorization(site);
      assert.ok(authorization.status === 'active');
      assert.equal(await countRows(stack.database, 'grants'), grants);
      assert.deepEqual(await eventsOf(stack, site), ['authorized', 'replaced']);
    });

    it(`two companies with the same CUI have separate authorizations (${name})`, async () => {
      const first = await Site.open(stack);
      const second = await Site.open(stack);

      const { attemptId } = await authorize(stack, first);

      assert.equal((await readAuthorization(first)).status, 'active');
      assert.deepEqual(await readAuthorization(second), { status: 'none' });
      assert.equal((await second.call('GET', `/attempts/${attemptId}`)).status, 404);
      assert.equal((await second.call('DELETE', `/attempts/${attemptId}`)).status, 404);
    });

    it(`a changed CUI suspends the authorization until ANAF was asked about the new one (${name})`, async () => {
      const company = stack.newCompany();
      const site = await Site.open(stack, company);
      await authorize(stack, site, { persona: 'accountant' });

      await Site.open(stack, { ...company, taxId: betaTaxId });

      assert.equal((await readAuthorization(site)).status, 'checking');
      await assert.rejects(stack.backend.efactura(company.companyId).listMessages({ days: 1 }), {
        code: 'not-authorized',
      });
      await stack.backend.runDue();
      assert.equal((await readAuthorization(site)).status, 'active');
    });

    it(`a changed CUI without a right makes the status no-rights (${name})`, async () => {
      const company = stack.newCompany();
      const site = await Site.open(stack, company);
      await authorize(stack, site);

      await Site.open(stack, { ...company, taxId: betaTaxId });
      await stack.backend.runDue();

      assert.equal((await readAuthorization(site)).status, 'no-rights');
    });

    it(`of two workers that run at the same moment only one checks a due candidate (${name})`, async () => {
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

    it(`in redirect mode the result page leads back to the page with the attempt in the address (${name})`, async () => {
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

async function eventsOf(stack: Stack, site: Site): Promise<string[]> {
  const rows = await stack.database.queries
    .selectFrom('history')
    .select('event')
    .where('company_id', '=', site.companyId)
    .orderBy('id')
    .execute();
  return rows.map(({ event }) => event);
}
