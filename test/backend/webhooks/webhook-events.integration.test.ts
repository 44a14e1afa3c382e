import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Receipts } from 'spv-authorize-backend/internal/links/receipts.ts';
import {
  createLink,
  finishTry,
  openInvitingSite,
  receiptSecretIn,
  startTry,
  tokenOf,
  visitsOf,
} from '../support/links.ts';
import { setup } from '../support/setup.ts';

describe('events about links', async () => {
  const stack = await setup();

  async function eventsOf(companyId: string) {
    const rows = await stack.database.queries
      .selectFrom('webhook_events')
      .select(['type', 'data'])
      .where('company_id', '=', companyId)
      .orderBy('sequence')
      .execute();
    return rows.map(({ type, data }) => [type, (data as { actor: string }).actor]);
  }

  it("the host's server is told what happens to a link and to the access that it gave", async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);
    const { linkId } = created.link;
    const opening = await startTry(stack, tokenOf(created));
    const secret = await receiptSecretIn(await finishTry(stack, opening));

    await new Receipts(stack.database, stack.clock).withdraw(secret);

    assert.deepEqual(await eventsOf(site.companyId), [
      ['link.created', 'u1'],
      ['authorization.authorized', `link:${linkId}`],
      ['authorization.withdrawn', 'certificate-holder'],
    ]);
  });

  it("the host's server is told that a link was replaced, cancelled or declined", async () => {
    const site = await openInvitingSite(stack);
    const [first, second] = [await createLink(site), await createLink(site)];

    await site.call('POST', `/links/${first.link.linkId}/replace`);
    await site.call('DELETE', `/links/${first.link.linkId}`);
    await visitsOf(stack).decline(tokenOf(second));

    const types = (await eventsOf(site.companyId)).map(([type]) => type);
    assert.deepEqual(types, ['link.created', 'link.created', 'link.replaced', 'link.cancelled', 'link.declined']);
  });
});
