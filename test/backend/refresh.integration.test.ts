import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type DatabaseServer, databases } from './support/databases.ts';
import { countRows } from './support/snapshot.ts';
import { Site, type Stack, startStack } from './support/stack.ts';
import { authorize, readAuthorization } from './support/walk.ts';

const day = 24 * 3600;

for (const [name, startServer] of Object.entries(databases)) {
  describe(`access that lapses, on ${name}`, () => {
    let server: DatabaseServer;
    let stack: Stack;
    before(async () => {
      server = await startServer();
      stack = await startStack({ storage: await server.fresh() });
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

/** A session lives 15 minutes; the company's page is opened again. */
function reopen(stack: Stack, { companyId }: Site): Promise<Site> {
  return Site.open(stack, { companyId, taxId: '90123459', companyName: 'Exemplu SRL' });
}

function refreshes(stack: Stack): number {
  return stack.mock.journal.entries({ path: '/token' }).filter(({ form }) => form.grant_type === 'refresh_token')
    .length;
}
