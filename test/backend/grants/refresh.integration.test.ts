import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Updateable } from 'kysely';
import { applyVerdict } from 'spv-authorize-backend/internal/authorizations/verdicts.ts';
import type { GrantsTable } from 'spv-authorize-backend/internal/storage/schema.ts';
import { breakTransactions, connectionLost } from '../support/broken-database.ts';
import { type DatabaseServer, databases } from '../support/databases.ts';
import { HeldLine } from '../support/held-line.ts';
import { countRows } from '../support/snapshot.ts';
import { exempluTaxId, Site, type Stack, startStack } from '../support/stack.ts';
import { authorize, readAuthorization } from '../support/walk.ts';

const day = 24 * 3600;

for (const [name, startServer] of Object.entries(databases)) {
  describe(`access that lapses, on ${name}`, () => {
    let server: DatabaseServer;
    let stack: Stack;
    const line = new HeldLine();
    before(async () => {
      server = await startServer();
      stack = await startStack({ storage: await server.fresh(), fetch: line.fetch });
    });
    afterEach(() => stack.mock.scenarios.clear());
    after(async () => {
      await stack.stop();
      await server.stop();
    });

    it(`an access token is refreshed when it is used on its last day or later, and not before (${name})`, async () => {
      const site = await authorized(stack);
      const client = stack.backend.efactura(site.companyId);

      stack.clock.advance(88 * day);
      await client.listMessages({ days: 1 });
      const early = refreshes(stack);
      stack.clock.advance(3 * day);
      await client.listMessages({ days: 1 });

      assert.equal(early, 0);
      assert.equal(refreshes(stack), 1);
      const authorization = await readAuthorization(await reopen(stack, site));
      assert.ok(authorization.status === 'active');
      assert.equal(authorization.renewal.lastResult, 'renewed');
      assert.ok(authorization.accessExpiresAt > stack.clock.now() + 89 * day);
      assert.ok(authorization.reauthorizeBy < stack.clock.now() + 275 * day);
    });

    it(`concurrent calls with an expired access token cause one refresh (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);

      await Promise.all(
        Array.from({ length: 5 }, () => stack.backend.efactura(site.companyId).listMessages({ days: 1 })),
      );

      assert.equal(refreshes(stack), 1);
    });

    it(`an expired access token is shown as expired until it is used or checked (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      const later = await reopen(stack, site);

      const lapsed = await readAuthorization(later);
      await later.call('POST', '/authorization/verify');

      assert.equal(lapsed.status, 'expired');
      assert.equal((await readAuthorization(later)).status, 'active');
    });

    it(`an access token stays usable until its expiry when ANAF does not answer the refresh (${name})`, async () => {
      const site = await authorized(stack);
      stack.mock.scenarios.add({ name: 'token-unavailable' });

      stack.clock.advance(89.5 * day);
      const messages = await stack.backend.efactura(site.companyId).listMessages({ days: 1 });
      stack.clock.advance(day);
      const lapsed = stack.backend.efactura(site.companyId).listMessages({ days: 1 });

      assert.deepEqual(messages, []);
      await assert.rejects(lapsed, { code: 'unavailable' });
      stack.mock.scenarios.clear();
      stack.clock.advance(30);
      await stack.backend.efactura(site.companyId).listMessages({ days: 1 });
    });

    it(`a lost answer with the rotated refresh token makes a new authorization necessary (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      stack.mock.scenarios.add({ name: 'token-answer-lost', times: 1 });
      const client = stack.backend.efactura(site.companyId);

      await assert.rejects(client.listMessages({ days: 1 }), { code: 'unavailable' });
      stack.clock.advance(30);
      await assert.rejects(client.listMessages({ days: 1 }), { code: 'not-authorized' });
      const asked = refreshes(stack);
      await assert.rejects(client.listMessages({ days: 1 }), { code: 'not-authorized' });

      assert.deepEqual([asked, refreshes(stack)], [2, 2]);
      const authorization = await readAuthorization(await reopen(stack, site));
      assert.ok(authorization.status === 'expired');
      assert.equal(authorization.renewal.lastResult, 'rejected');
    });

    it(`after a year no refresh is requested from ANAF (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(366 * day);

      await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), {
        code: 'not-authorized',
      });

      assert.equal(refreshes(stack), 0);
    });

    it(`a refresh that ends after the company was disconnected stores nothing (${name})`, async () => {
      const site = await authorized(stack);
      const grants = await countRows(stack.database, 'grants');
      stack.clock.advance(91 * day);
      const later = await reopen(stack, site);

      await Promise.allSettled([
        stack.backend.efactura(site.companyId).listMessages({ days: 1 }),
        later.call('DELETE', '/authorization'),
      ]);

      assert.equal(await countRows(stack.database, 'grants'), grants - 1);
      assert.deepEqual(await readAuthorization(later), { status: 'none' });
    });

    it(`refreshed tokens are stored after a short outage of the database (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      const client = stack.backend.efactura(site.companyId);
      const broken = breakTransactions(stack.database, { times: 2, error: connectionLost });

      const messages = await client.listMessages({ days: 1 });
      broken.mend();

      assert.deepEqual(messages, []);
      assert.equal((await readAuthorization(await reopen(stack, site))).status, 'active');
    });

    it(`a late refresh answer does not overwrite newer tokens (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      const held = line.hold('/token');
      const late = stack.backend.efactura(site.companyId).listMessages({ days: 1 });
      await held.arrived;
      const newer = { version: 7, renewal_result: 'renewed' as const, access_token: await accessTokenOf(stack, site) };
      await updateGrant(stack, site, newer);

      held.release();
      await late.catch(() => {});

      const grant = await grantOf(stack, site);
      assert.deepEqual([grant.version, grant.access_token], [7, newer.access_token]);
    });

    it(`a late refresh failure neither marks newer tokens as failed nor releases their lock (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      stack.mock.scenarios.add({ name: 'token-unavailable', times: 1 });
      const held = line.hold('/token');
      const late = stack.backend.efactura(site.companyId).listMessages({ days: 1 });
      await held.arrived;
      const newer = { version: 7, renewal_result: 'renewed' as const, refresh_locked_until: 2_000_000_000 };
      await updateGrant(stack, site, newer);

      held.release();
      await late.catch(() => {});

      const { version, renewal_result, refresh_locked_until } = await grantOf(stack, site);
      assert.deepEqual({ version, renewal_result, refresh_locked_until }, newer);
    });

    it(`a refusal of the previous access token does not revoke the grant, and the call is repeated with the new token (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(89 * day - 10);
      const client = stack.backend.efactura(site.companyId);
      stack.mock.scenarios.add({ name: 'api-unauthorized', times: 1 });
      const held = line.hold('listaMesajeFactura');
      const old = client.listMessages({ days: 1 });
      await held.arrived;
      stack.clock.advance(20);
      await client.listMessages({ days: 1 });

      held.release();

      assert.deepEqual(await old, []);
      assert.equal(refreshes(stack), 1);
      assert.equal((await readAuthorization(await reopen(stack, site))).status, 'active');
    });

    it(`an access token that ANAF refuses early is refreshed, and only a second refusal revokes the grant (${name})`, async () => {
      const site = await authorized(stack);
      const client = stack.backend.efactura(site.companyId);

      stack.mock.scenarios.add({ name: 'api-unauthorized', times: 1 });
      const once = await client.listMessages({ days: 1 });
      const after = await readAuthorization(site);
      stack.mock.scenarios.add({ name: 'api-unauthorized' });
      await assert.rejects(client.listMessages({ days: 1 }), { code: 'not-authorized' });

      assert.deepEqual(once, []);
      assert.equal(after.status, 'active');
      assert.equal(refreshes(stack), 2);
      assert.equal((await readAuthorization(site)).status, 'revoked');
    });

    it(`a grant that expires while ANAF cannot refresh it is not revoked and recovers on its own (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(90 * day - 1);
      stack.mock.scenarios.add({ name: 'token-unavailable', times: 1 });
      stack.mock.scenarios.add({ name: 'api-unauthorized', times: 1 });
      const client = stack.backend.efactura(site.companyId);

      await assert.rejects(client.listMessages({ days: 1 }), { code: 'unavailable' });
      stack.clock.advance(60);

      assert.deepEqual(await client.listMessages({ days: 1 }), []);
    });

    it(`a refusal that concerns an older token pair, or that comes after expiry, does not revoke the grant (${name})`, async () => {
      const site = await authorized(stack);
      const now = Math.floor(stack.clock.now());
      const { id: grantId, access_expires_at } = await grantOf(stack, site);
      const refused = { companyId: site.companyId, grantId, taxId: exempluTaxId, actor: 'backend' };
      const answer = { kind: 'token-refused' as const };

      await stack.database.transaction((trx) => applyVerdict(trx, { ...refused, version: 0, answer }, now));
      await stack.database.transaction((trx) =>
        applyVerdict(trx, { ...refused, version: 1, answer }, access_expires_at),
      );

      assert.equal((await grantOf(stack, site)).revoked_at, null);
    });

    it(`a refresh lock whose holder was killed does not block later calls (${name})`, async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      const held = { refresh_locked_until: Math.floor(stack.clock.now()) + 60 };
      await stack.database.queries.updateTable('grants').set(held).execute();

      const blocked = stack.backend.efactura(site.companyId).listMessages({ days: 1 });
      await assert.rejects(blocked, { code: 'unavailable' });
      stack.clock.advance(61);
      await stack.backend.efactura(site.companyId).listMessages({ days: 1 });

      assert.equal(refreshes(stack), 1);
    });
  });
}

async function authorized(stack: Stack): Promise<Site> {
  const site = await Site.open(stack);
  await authorize(stack, site);
  stack.mock.journal.clear();
  return site;
}

async function grantOf(stack: Stack, { companyId }: Site) {
  return stack.database.queries
    .selectFrom('grants')
    .innerJoin('authorizations', 'authorizations.grant_id', 'grants.id')
    .selectAll('grants')
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
}

async function accessTokenOf(stack: Stack, site: Site): Promise<string> {
  return (await grantOf(stack, site)).access_token;
}

/** Changes the grant as another process would. */
async function updateGrant(stack: Stack, site: Site, values: Updateable<GrantsTable>): Promise<void> {
  const { id } = await grantOf(stack, site);
  await stack.database.queries.updateTable('grants').set(values).where('id', '=', id).execute();
}

/** Opens the company's page again, since a session lives for 15 minutes. */
function reopen(stack: Stack, { companyId }: Site): Promise<Site> {
  return Site.open(stack, { companyId, taxId: '90123459', companyName: 'Exemplu SRL' });
}

function refreshes(stack: Stack): number {
  return stack.mock.journal.entries({ path: '/token' }).filter(({ form }) => form.grant_type === 'refresh_token')
    .length;
}
