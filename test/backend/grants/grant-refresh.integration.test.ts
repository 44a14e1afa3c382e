import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Updateable } from 'kysely';
import { applyVerdict } from 'spv-authorize-backend/internal/authorizations/verdicts.ts';
import type { GrantsTable } from 'spv-authorize-backend/internal/storage/schema.ts';
import { authorizedSite, readAuthorization } from '../support/authorize.ts';
import { breakTransactions, connectionLost } from '../support/broken-database.ts';
import { databaseKinds } from '../support/databases.ts';
import { countRows, grantOf } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import type { Site } from '../support/site.ts';
import { exempluTaxId, type Stack } from '../support/stack.ts';

const daySeconds = 24 * 3600;

for (const kind of databaseKinds) {
  describe(`the renewal of an access token, on ${kind}`, async () => {
    const stack = await setup({ database: kind });
    afterEach(() => stack.mock.scenarios.clear());

    it(`an access token is renewed when it is used on its last day or later, and not earlier (${kind})`, async () => {
      const { site, client } = await authorized(stack);

      stack.clock.advance(88 * daySeconds);
      await client.listMessages({ days: 1 });
      const early = refreshes(stack);
      stack.clock.advance(3 * daySeconds);
      await client.listMessages({ days: 1 });

      assert.deepEqual([early, refreshes(stack)], [0, 1]);
      const authorization = await readAuthorization(await site.reopen());
      assert.ok(authorization.status === 'active');
      assert.equal(authorization.renewal.lastResult, 'renewed');
      assert.ok(authorization.accessExpiresAt > stack.clock.now() + 89 * daySeconds);
      assert.ok(authorization.reauthorizeBy < stack.clock.now() + 275 * daySeconds);
    });

    it(`an access token that five calls need at the same moment is renewed once (${kind})`, async () => {
      const { client } = await authorized(stack);
      stack.clock.advance(91 * daySeconds);

      await Promise.all(Array.from({ length: 5 }, () => client.listMessages({ days: 1 })));

      assert.equal(refreshes(stack), 1);
    });

    it(`an authorization whose access token has lapsed is shown as expired until it is used or checked (${kind})`, async () => {
      const { site } = await authorized(stack);
      stack.clock.advance(91 * daySeconds);
      const later = await site.reopen();

      const lapsed = await readAuthorization(later);
      await later.call('POST', '/authorization/verify');

      assert.deepEqual([lapsed.status, (await readAuthorization(later)).status], ['expired', 'active']);
    });

    it(`an access token stays usable until its end when ANAF does not answer the renewal (${kind})`, async () => {
      const { client } = await authorized(stack);
      stack.mock.scenarios.add({ name: 'token-unavailable' });

      stack.clock.advance(89.5 * daySeconds);
      const messages = await client.listMessages({ days: 1 });
      stack.clock.advance(daySeconds);
      const lapsed = client.listMessages({ days: 1 });

      assert.deepEqual(messages, []);
      await assert.rejects(lapsed, { code: 'unavailable' });
      stack.mock.scenarios.clear();
      stack.clock.advance(30);
      assert.deepEqual(await client.listMessages({ days: 1 }), []);
    });

    it(`a grant whose rotated token was lost on the way is expired, and ANAF is not asked again (${kind})`, async () => {
      const { site, client } = await authorized(stack);
      stack.clock.advance(91 * daySeconds);
      stack.mock.scenarios.add({ name: 'token-answer-lost', times: 1 });

      await assert.rejects(client.listMessages({ days: 1 }), { code: 'unavailable' });
      stack.clock.advance(30);
      await assert.rejects(client.listMessages({ days: 1 }), { code: 'not-authorized' });
      const asked = refreshes(stack);
      await assert.rejects(client.listMessages({ days: 1 }), { code: 'not-authorized' });

      assert.deepEqual([asked, refreshes(stack)], [2, 2]);
      const authorization = await readAuthorization(await site.reopen());
      assert.ok(authorization.status === 'expired');
      assert.equal(authorization.renewal.lastResult, 'rejected');
    });

    it(`an access token is not renewed after the year of its authorization (${kind})`, async () => {
      const { client } = await authorized(stack);
      stack.clock.advance(366 * daySeconds);

      await assert.rejects(client.listMessages({ days: 1 }), { code: 'not-authorized' });

      assert.equal(refreshes(stack), 0);
    });

    it(`a renewed token is not stored when the company was disconnected during the renewal (${kind})`, async () => {
      const { site, client } = await authorized(stack);
      const grants = await countRows(stack.database, 'grants');
      stack.clock.advance(91 * daySeconds);
      const later = await site.reopen();
      const held = stack.answers.hold('/token');
      const listing = client.listMessages({ days: 1 });
      await held.arrived;
      assert.equal((await later.call('DELETE', '/authorization')).status, 200);

      held.release();

      await assert.rejects(listing, { code: 'not-authorized' });
      assert.equal(await countRows(stack.database, 'grants'), grants - 1);
      assert.deepEqual(await readAuthorization(later), { status: 'none' });
    });

    it(`a renewed token is stored when the database was away for a moment (${kind})`, async () => {
      const { site, client } = await authorized(stack);
      stack.clock.advance(91 * daySeconds);
      const broken = breakTransactions(stack.database, { times: 2, error: connectionLost });

      const messages = await client.listMessages({ days: 1 });
      broken.mend();

      assert.deepEqual(messages, []);
      assert.equal((await readAuthorization(await site.reopen())).status, 'active');
    });

    it(`a renewed token that comes late does not replace a newer one (${kind})`, async () => {
      const { site, client } = await authorized(stack);
      stack.clock.advance(91 * daySeconds);
      const held = stack.answers.hold('/token');
      const late = client.listMessages({ days: 1 });
      await held.arrived;
      const { access_token } = await grantOf(stack.database, site.companyId);
      await updateGrant(stack, site, { version: 7, renewal_result: 'renewed', refresh_locked_until: null });

      held.release();
      // The call goes on with the stored token, which is that of 91 days ago and which ANAF refuses.
      await assert.rejects(late, { name: 'AnafError' });

      const grant = await grantOf(stack.database, site.companyId);
      assert.deepEqual([grant.version, grant.access_token], [7, access_token]);
    });

    it(`a renewal that fails late neither marks a newer token as failed nor ends the lease of its renewal (${kind})`, async () => {
      const { site, client } = await authorized(stack);
      stack.clock.advance(91 * daySeconds);
      stack.mock.scenarios.add({ name: 'token-unavailable', times: 1 });
      const held = stack.answers.hold('/token');
      const late = client.listMessages({ days: 1 });
      await held.arrived;
      const newer = { version: 7, renewal_result: 'renewed' as const, refresh_locked_until: 2_000_000_000 };
      await updateGrant(stack, site, newer);

      held.release();
      await assert.rejects(late, { name: 'AnafError' });

      const { version, renewal_result, refresh_locked_until } = await grantOf(stack.database, site.companyId);
      assert.deepEqual({ version, renewal_result, refresh_locked_until }, newer);
    });

    it(`a call whose access token was renewed meanwhile is repeated with the new one when ANAF refuses it (${kind})`, async () => {
      const { site, client } = await authorized(stack);
      stack.clock.advance(89 * daySeconds - 10);
      stack.mock.scenarios.add({ name: 'api-unauthorized', times: 1 });
      const held = stack.answers.hold('listaMesajeFactura');
      const old = client.listMessages({ days: 1 });
      await held.arrived;
      stack.clock.advance(20);
      await client.listMessages({ days: 1 });

      held.release();

      assert.deepEqual(await old, []);
      assert.equal(refreshes(stack), 1);
      assert.equal((await readAuthorization(await site.reopen())).status, 'active');
    });

    it(`an access token that ANAF refuses early is renewed once, and a second refusal revokes the authorization (${kind})`, async () => {
      const { site, client } = await authorized(stack);

      stack.mock.scenarios.add({ name: 'api-unauthorized', times: 1 });
      const once = await client.listMessages({ days: 1 });
      const after = await readAuthorization(site);
      stack.mock.scenarios.add({ name: 'api-unauthorized' });
      await assert.rejects(client.listMessages({ days: 1 }), { code: 'not-authorized' });

      assert.deepEqual(once, []);
      assert.equal(refreshes(stack), 2);
      assert.deepEqual([after.status, (await readAuthorization(site)).status], ['active', 'revoked']);
    });

    it(`an authorization whose token lapses while ANAF renews nothing is not revoked, and recovers by itself (${kind})`, async () => {
      const { client } = await authorized(stack);
      stack.clock.advance(90 * daySeconds - 1);
      stack.mock.scenarios.add({ name: 'token-unavailable', times: 1 });
      stack.mock.scenarios.add({ name: 'api-unauthorized', times: 1 });

      await assert.rejects(client.listMessages({ days: 1 }), { code: 'unavailable' });
      stack.clock.advance(60);

      assert.deepEqual(await client.listMessages({ days: 1 }), []);
    });

    it(`a refusal of an older access token, or of one that has lapsed, does not revoke the authorization (${kind})`, async () => {
      const { site } = await authorized(stack);
      const now = Math.floor(stack.clock.now());
      const { id: grantId, access_expires_at: end } = await grantOf(stack.database, site.companyId);
      const refused = { companyId: site.companyId, grantId, taxId: exempluTaxId, actor: 'backend' };
      const answer = { kind: 'token-refused' as const };

      await stack.database.transaction((trx) => applyVerdict(trx, { ...refused, version: 0, answer }, now));
      await stack.database.transaction((trx) => applyVerdict(trx, { ...refused, version: 1, answer }, end));

      assert.equal((await grantOf(stack.database, site.companyId)).revoked_at, null);
    });
  });
}

describe('the lease of a renewal', async () => {
  // A call waits this long for the process that has the lease.
  const stack = await setup({ answerWithinSeconds: 1 });

  it('a lease whose process was ended delays the renewal until the lease ends', async () => {
    const { site, client } = await authorized(stack);
    stack.clock.advance(91 * daySeconds);
    await updateGrant(stack, site, { refresh_locked_until: Math.floor(stack.clock.now()) + 60 });

    await assert.rejects(client.listMessages({ days: 1 }), { code: 'unavailable' });
    const meanwhile = refreshes(stack);
    stack.clock.advance(61);
    await client.listMessages({ days: 1 });

    assert.deepEqual([meanwhile, refreshes(stack)], [0, 1]);
  });
});

async function authorized(stack: Stack) {
  const site = await authorizedSite(stack);
  stack.mock.journal.clear();
  return { site, client: stack.backend.efactura(site.companyId) };
}

/** As another process would change the grant. */
async function updateGrant(stack: Stack, { companyId }: Site, values: Updateable<GrantsTable>): Promise<void> {
  const { id } = await grantOf(stack.database, companyId);
  await stack.database.queries.updateTable('grants').set(values).where('id', '=', id).execute();
}

function refreshes(stack: Stack): number {
  return stack.mock.journal.entries({ path: '/token' }).filter(({ form }) => form.grant_type === 'refresh_token')
    .length;
}
