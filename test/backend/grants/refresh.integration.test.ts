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

    it('is renewed when it is used on its last day or after, and not before', async () => {
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

    it('is renewed once for all that need it at the same moment', async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);

      await Promise.all(
        Array.from({ length: 5 }, () => stack.backend.efactura(site.companyId).listMessages({ days: 1 })),
      );

      assert.equal(refreshes(stack), 1);
    });

    it('is shown as expired until it is used or checked', async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      const later = await reopen(stack, site);

      const lapsed = await readAuthorization(later);
      await later.call('POST', '/authorization/verify');

      assert.equal(lapsed.status, 'expired');
      assert.equal((await readAuthorization(later)).status, 'active');
    });

    it('stays usable until its end when ANAF does not answer the renewal', async () => {
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

    it('is lost when the answer with the rotated token was lost: only a person can help', async () => {
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

    it('is not renewed after the year: ANAF is not even asked', async () => {
      const site = await authorized(stack);
      stack.clock.advance(366 * day);

      await assert.rejects(stack.backend.efactura(site.companyId).listMessages({ days: 1 }), {
        code: 'not-authorized',
      });

      assert.equal(refreshes(stack), 0);
    });

    it('brings nothing back when the company was disconnected meanwhile', async () => {
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

    it('is kept when the database was away at the moment when it was to be stored', async () => {
      const site = await authorized(stack);
      stack.clock.advance(91 * day);
      const client = stack.backend.efactura(site.companyId);
      const broken = breakTransactions(stack.database, { times: 2, error: connectionLost });

      const messages = await client.listMessages({ days: 1 });
      broken.mend();

      assert.deepEqual(messages, []);
      assert.equal((await readAuthorization(await reopen(stack, site))).status, 'active');
    });

    it('is not stored over a newer one by an answer that comes late', async () => {
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

    it('is not marked as failed, nor unlocked, by a failure that comes late', async () => {
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

    it('is not cut off by a refusal of the token before it: the call is made again with the new one', async () => {
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

    it('is renewed when ANAF refuses it before its time, and only a second refusal cuts it off', async () => {
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

    it('is not cut off when it lapses while ANAF renews nothing, and comes back by itself', async () => {
      const site = await authorized(stack);
      stack.clock.advance(90 * day - 1);
      stack.mock.scenarios.add({ name: 'token-unavailable', times: 1 });
      stack.mock.scenarios.add({ name: 'api-unauthorized', times: 1 });
      const client = stack.backend.efactura(site.companyId);

      await assert.rejects(client.listMessages({ days: 1 }), { code: 'unavailable' });
      stack.clock.advance(60);

      assert.deepEqual(await client.listMessages({ days: 1 }), []);
    });

    it('is not cut off by a refusal that names an older token pair, or that comes after its end', async () => {
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

    it('leaves nobody waiting behind a lock whose holder was ended', async () => {
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

/** What another process has done to the grant. */
async function updateGrant(stack: Stack, site: Site, values: Updateable<GrantsTable>): Promise<void> {
  const { id } = await grantOf(stack, site);
  await stack.database.queries.updateTable('grants').set(values).where('id', '=', id).execute();
}

/** A session lives 15 minutes; the company's page is opened again. */
function reopen(stack: Stack, { companyId }: Site): Promise<Site> {
  return Site.open(stack, { companyId, taxId: '90123459', companyName: 'Exemplu SRL' });
}

function refreshes(stack: Stack): number {
  return stack.mock.journal.entries({ path: '/token' }).filter(({ form }) => form.grant_type === 'refresh_token')
    .length;
}
