import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Receipts } from 'spv-authorize-backend/internal/links/receipts.ts';
import { readAuthorization } from '../support/authorize.ts';
import { createLink, finishTry, receiptSecretIn, startTry, tokenOf } from '../support/links.ts';
import { setupMail, tell } from '../support/mail-stack.ts';
import {
  accountantEmail,
  lastMailTo,
  openSiteOfRequester,
  requesterEmail,
  secretIn,
  subjectsTo,
} from '../support/mailed-links.ts';
import { snapshot } from '../support/rows.ts';

describe('receipts by e-mail', async () => {
  const { stack, server } = await setupMail();
  const receipts = new Receipts(stack.database, stack.clock);

  async function authorizedByLink() {
    const site = await openSiteOfRequester(stack);
    const opening = await startTry(stack, tokenOf(await createLink(site)));
    const secret = await receiptSecretIn(await finishTry(stack, opening));
    return { site, receiptId: opening.id, secret };
  }

  async function mailReceipt(companyId: string, receiptId: string): Promise<void> {
    const to = { email: accountantEmail, language: 'ro' } as const;
    await tell(stack, { companyId, kind: 'receipt', detail: { receiptId }, to });
    await stack.backend.runDue();
  }

  it('the address in the mail withdraws the access, and the person who had asked for it is told', async () => {
    const { site, receiptId, secret: shown } = await authorizedByLink();
    await mailReceipt(site.companyId, receiptId);
    const secret = secretIn(lastMailTo(server, accountantEmail), 'w');
    assert.notEqual(secret, shown);
    assert.ok(await receipts.view(shown), 'the address that was shown stays valid');
    assert.ok(!(await snapshot(stack.database)).includes(secret));

    await receipts.withdraw(secret);
    await stack.backend.runDue();

    assert.equal((await readAuthorization(site)).status, 'none');
    assert.equal(subjectsTo(server, requesterEmail).at(-1), 'Exemplu SRL: accesul la e-Factura a fost retras');
  });

  it('a receipt whose access was withdrawn is not sent', async () => {
    const { site, receiptId, secret } = await authorizedByLink();
    await receipts.withdraw(secret);
    const before = subjectsTo(server, accountantEmail).length;

    await mailReceipt(site.companyId, receiptId);

    assert.equal(subjectsTo(server, accountantEmail).length, before);
  });
});
