import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Receipts } from 'spv-authorize-backend/internal/links/receipts.ts';
import { authorize, readAuthorization } from '../support/authorize.ts';
import {
  createLink,
  finishTry,
  openInvitingSite,
  readLinks,
  receiptSecretIn,
  startTry,
  tokenOf,
} from '../support/links.ts';
import { countRows, eventsOf, grantOf, shareGrant, snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import type { Site } from '../support/site.ts';

describe('the receipt of a link', async () => {
  const stack = await setup();
  const receipts = new Receipts(stack.database, stack.clock);

  it('a receipt names company, certificate and both instants', async () => {
    const { site, openingId } = await authorizedByLink();

    const shown = await receipts.create(openingId);

    assert.ok(shown);
    const { issuer, serial, reauthorize_by: reauthorizeBy } = await grantOf(stack.database, site.companyId);
    assert.deepEqual(shown.receipt, {
      companyId: site.companyId,
      company: { name: site.company.companyName, taxId: site.company.taxId },
      certificate: { issuer, serial },
      authorizedAt: Math.floor(stack.clock.now()),
      reauthorizeBy,
    });
  });

  it('the secret of a receipt is shown once and stored as a hash', async () => {
    const { openingId, secret } = await authorizedByLink();

    const second = await receipts.create(openingId);

    assert.ok(second);
    assert.equal(second.secret, undefined);
    assert.deepEqual(second.receipt, await receipts.view(secret));
    assert.equal((await snapshot(stack.database)).includes(secret), false);
  });

  it('withdrawing deletes the tokens of this company only, and the company sees it', async () => {
    const { site, secret } = await authorizedByLink();
    const other = await authorizedByLink();
    await shareGrant(stack.database, site.companyId, other.site.companyId);

    const withdrawn = await receipts.withdraw(secret);

    assert.equal(withdrawn?.companyId, site.companyId);
    assert.equal((await readAuthorization(site)).status, 'none');
    assert.equal((await readAuthorization(other.site)).status, 'active');
    assert.equal((await eventsOf(stack.database, site.companyId)).at(-1), 'withdrawn');
  });

  it('withdrawing leaves other open links of the company alone', async () => {
    const { site, secret } = await authorizedByLink();
    await createLink(site);

    await receipts.withdraw(secret);

    assert.deepEqual((await readLinks(site)).map(({ state }) => state).sort(), ['completed', 'new']);
  });

  it('a receipt is void after it was used, and after a disconnection', async () => {
    const { site, secret } = await authorizedByLink();
    assert.ok(await receipts.view(secret));
    await receipts.withdraw(secret);
    const after = await authorizedByLink();
    await after.site.call('DELETE', '/authorization');

    for (const token of [secret, after.secret, 'unknown']) {
      assert.equal(await receipts.view(token), undefined);
      assert.equal(await receipts.withdraw(token), undefined);
    }
    assert.equal((await readAuthorization(site)).status, 'none');
  });

  it('a receipt is void after another certificate has replaced the authorization', async () => {
    const { site, secret } = await authorizedByLink();
    await authorize(stack, site);

    assert.equal(await receipts.withdraw(secret), undefined);

    assert.equal((await readAuthorization(site)).status, 'active');
  });

  it('an opening that did not succeed, or whose authorization was replaced, has no receipt', async () => {
    const site = await openInvitingSite(stack);
    const failed = await startTry(stack, tokenOf(await createLink(site)));
    await finishTry(stack, failed, { act: 'cancel' });
    const replaced = await authorizedByLink();
    await authorize(stack, replaced.site);

    assert.equal(await receipts.create(failed.id), undefined);
    assert.equal(await receipts.create(replaced.openingId), undefined);
  });

  it('void receipts are deleted', async () => {
    const { secret } = await authorizedByLink();
    const before = await countRows(stack.database, 'receipts');
    await receipts.withdraw(secret);

    await stack.backend.runDue();

    const { rows } = { rows: await countRows(stack.database, 'receipts') };
    assert.ok(rows < before, `${rows} of ${before} receipts are left`);
  });

  /** The result page has shown the receipt with its secret. */
  async function authorizedByLink(): Promise<{ site: Site; openingId: string; secret: string }> {
    const site = await openInvitingSite(stack);
    const opening = await startTry(stack, tokenOf(await createLink(site)));
    const secret = await receiptSecretIn(await finishTry(stack, opening));
    assert.equal((await readAuthorization(site)).status, 'active');
    return { site, openingId: opening.id, secret };
  }
});
