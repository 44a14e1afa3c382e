import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { UnsecuredJWT } from 'jose';
import { companyAnswer } from 'spv-authorize-backend/internal/http/description/host-schemas.ts';
import { anyProblemDetails } from 'spv-authorize-backend/internal/http/middleware/problem.ts';
import * as v from 'valibot';
import { authorize, authorizedSite, readAuthorization, stateOf } from '../support/authorize.ts';
import { databaseKinds } from '../support/databases.ts';
import { countRows, eventsOf, grantOf, snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { hostAnswer, Site } from '../support/site.ts';
import { betaTaxId } from '../support/stack.ts';

const daySeconds = 24 * 3600;

for (const kind of databaseKinds) {
  describe(`the import of tokens (${kind})`, async () => {
    const stack = await setup({ database: kind });
    afterEach(() => stack.mock.scenarios.clear());

    it(`imported tokens become the authorization after ANAF confirmed the right, and are renewed later (${kind})`, async () => {
      const site = await Site.open(stack);
      const pair = await tokensOf('administrator');

      const { status, body } = await importPair(site, pair);
      stack.clock.advance(89.5 * daySeconds);
      const messages = await stack.backend.efactura(site.companyId).listMessages({ days: 1 });

      const { authorization } = v.parse(companyAnswer, body);
      assert.ok(authorization.status === 'active');
      assert.deepEqual([status, authorization.via, authorization.rights.verdict], [200, 'import', 'granted']);
      assert.deepEqual(messages, []);
      assert.deepEqual(await eventsOf(stack.database, site.companyId), ['authorized', 'refreshed']);
    });

    it(`one pair that is imported for several companies at once is stored once, so that renewals do not end it (${kind})`, async () => {
      const pair = await tokensOf('accountant');
      const sites = await Promise.all([Site.open(stack), Site.open(stack), Site.open(stack)]);
      const grants = await countRows(stack.database, 'grants');

      const answers = await Promise.all(sites.map((site) => importPair(site, pair)));
      stack.clock.advance(89.5 * daySeconds);
      for (const { companyId } of sites) await stack.backend.efactura(companyId).listMessages({ days: 1 });

      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200],
      );
      assert.equal(await countRows(stack.database, 'grants'), grants + 1);
    });

    it(`an import replaces the running authorization and settles an attempt that waits for ANAF (${kind})`, async () => {
      const site = await authorizedSite(stack);
      const before = await grantOf(stack.database, site.companyId);
      stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
      const { attemptId } = await authorize(stack, site);

      const { status } = await importPair(site, await tokensOf('administrator'));

      assert.equal(status, 200);
      assert.equal(await stateOf(site, attemptId), 'succeeded');
      assert.equal(await countRows(stack.database, 'candidates'), 0);
      assert.notEqual((await grantOf(stack.database, site.companyId)).id, before.id);
      assert.deepEqual(await eventsOf(stack.database, site.companyId), ['authorized', 'replaced']);
    });

    it(`the same pair imported again for the same company keeps its grant (${kind})`, async () => {
      const site = await Site.open(stack);
      const pair = await tokensOf('administrator');
      await importPair(site, pair);
      const { id } = await grantOf(stack.database, site.companyId);

      const { status } = await importPair(site, pair);

      assert.deepEqual([status, (await grantOf(stack.database, site.companyId)).id], [200, id]);
    });

    it(`the earlier one of "reauthorizeBy" and the end of the refresh token counts (${kind})`, async () => {
      const now = Math.floor(stack.clock.now());
      const [early, late] = [await Site.open(stack), await Site.open(stack)];

      await importPair(early, { ...(await tokensOf('administrator')), reauthorizeBy: now + 5 * daySeconds });
      await importPair(late, { ...(await tokensOf('administrator')), reauthorizeBy: now + 999 * daySeconds });

      assert.equal((await grantOf(stack.database, early.companyId)).reauthorize_by, now + 5 * daySeconds);
      assert.equal((await grantOf(stack.database, late.companyId)).reauthorize_by, now + 365 * daySeconds);
    });

    const refusals = [
      { what: 'of a certificate without the right', persona: 'other-company', status: 409, code: 'no-right' },
      { what: 'that ANAF has ended', scenario: 'api-unauthorized', status: 422, code: 'anaf-refused' },
      { what: 'while ANAF does not answer', scenario: 'api-unavailable', status: 503, code: 'anaf-unavailable' },
      { what: 'of another service', scenario: 'api-forbidden', status: 422, code: 'service-missing' },
    ] as const;
    for (const { what, persona, scenario, status, code } of refusals.map((one) => ({
      persona: 'administrator',
      scenario: undefined,
      ...one,
    }))) {
      it(`an import of tokens ${what} is answered with ${status} ${code}, and changes nothing (${kind})`, async () => {
        const site = await authorizedSite(stack);
        const pair = await tokensOf(persona);
        if (scenario) stack.mock.scenarios.add({ name: scenario });
        const before = await snapshot(stack.database);

        const answer = await importPair(site, pair);

        assert.deepEqual([answer.status, v.parse(anyProblemDetails, answer.body).code], [status, code]);
        assert.equal(await snapshot(stack.database), before);
        assert.equal((await readAuthorization(site)).status, 'active');
      });
    }

    it(`a changed CUI during the import leaves the new one to be checked (${kind})`, async () => {
      const site = await Site.open(stack);
      const held = stack.answers.hold('listaMesajeFactura');
      const importing = importPair(site, await tokensOf('accountant'));
      await held.arrived;
      const changed = await site.reopenWithTaxId(betaTaxId);
      held.release();
      await importing;

      const before = await readAuthorization(changed);
      await stack.backend.runDue();

      assert.deepEqual([before.status, (await readAuthorization(changed)).status], ['checking', 'active']);
    });

    const wrongTokens: readonly { field: string; says: RegExp; change: object }[] = [
      {
        field: 'accessToken',
        says: /not an access token of ANAF/,
        change: { accessToken: 'f7584c01843b44ef373abe83' },
      },
      {
        field: 'accessToken',
        says: /another application/,
        change: { accessToken: unsigned({ clientappid: 'another' }) },
      },
      { field: 'accessToken', says: /has expired/, change: { accessToken: unsigned({ exp: 1_000_000_000 }) } },
      { field: 'accessToken', says: /must be a text/, change: { accessToken: 5 } },
      { field: 'accessToken', says: /longer/, change: { accessToken: 'x'.repeat(7000) } },
      { field: 'accessToken', says: /ASCII/, change: { accessToken: 'a b' } },
      { field: 'refreshToken', says: /is missing/, change: { refreshToken: undefined } },
      { field: 'refreshToken', says: /has expired/, change: { refreshToken: unsigned({ exp: 1_000_000_000 }) } },
      { field: 'reauthorizeBy', says: /in the past/, change: { reauthorizeBy: 5 } },
      { field: 'refresh_token', says: /no such field/, change: { refresh_token: 'x' } },
    ];
    for (const { field, says, change } of wrongTokens) {
      it(`an import whose ${field} is wrong (${says.source}) names the field and quotes no token (${kind})`, async () => {
        const site = await Site.open(stack);
        const pair = { ...(await tokensOf('administrator')), ...change };
        const before = await snapshot(stack.database);

        const { status, body } = await importPair(site, pair);

        const { errors } = v.parse(anyProblemDetails, body);
        assert.equal(status, 400);
        assert.deepEqual(
          errors?.map((one) => one.field),
          [field],
        );
        assert.match(String(errors?.[0]?.message), says);
        for (const token of Object.values(pair).filter((value) => typeof value === 'string' && value.length > 20))
          assert.ok(!JSON.stringify(body).includes(String(token)));
        assert.equal(await snapshot(stack.database), before);
      });
    }

    it(`an import for a company that the backend does not know is answered with 404 company-unknown (${kind})`, async () => {
      const { status } = await hostAnswer(stack, 'POST', '/companies/none/grant', await tokensOf('administrator'));

      assert.equal(status, 404);
    });

    async function tokensOf(persona: string) {
      const { access_token: accessToken, refresh_token: refreshToken } = await stack.mock.issueTokens({ persona });
      return { accessToken, refreshToken };
    }

    function importPair({ companyId }: Site, pair: object) {
      return hostAnswer(stack, 'POST', `/companies/${companyId}/grant`, pair);
    }
  });
}

/** A token with a certificate and these claims. */
function unsigned(claims: object): string {
  return new UnsecuredJWT({ issuer: 'Test CA', serial: '34:00', role: 'EFACTURA', ...claims }).encode();
}
