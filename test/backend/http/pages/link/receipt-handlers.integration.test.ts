import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headingIn, headingOf, readAuthorization } from '../../../support/authorize.ts';
import { Browser } from '../../../support/browser.ts';
import { authorizeByLink, sendNewLink } from '../../../support/link-recipient.ts';
import { setupMail } from '../../../support/mail-stack.ts';
import { setup } from '../../../support/setup.ts';
import type { Stack } from '../../../support/stack.ts';

describe('the form that sends a receipt by e-mail', async () => {
  const { stack, server } = await setupMail({ rateLimits: { pagesPerMinute: 10_000 } });

  /** The receipts that have arrived at an address since the start. */
  async function receiptsAt(email: string) {
    await stack.backend.runDue();
    return server.received.filter(({ envelope }) => envelope.to.includes(email));
  }

  it('the receipt arrives by e-mail with a personal address of its own, which withdraws the access', async () => {
    const { site, browser, mailUrl } = await newReceipt(stack);

    const answer = await browser.submitFilled(mailUrl, { email: ' ana@cabinet.example ' });

    assert.equal(answer.status, 200);
    const page = await answer.text();
    assert.equal(headingOf(page), 'Confirmarea pleacă spre tine');
    assert.match(page, /ana@cabinet\.example/);
    const [mail, ...others] = await receiptsAt('ana@cabinet.example');
    assert.ok(mail);
    assert.equal(others.length, 0);
    const [withdrawUrl] = /http\S+\/w\/[\w-]+/.exec(mail.text ?? '') ?? [];
    assert.ok(withdrawUrl, mail.text);
    assert.equal(await headingIn(new Browser(stack.publicUrl).submit(withdrawUrl)), 'Accesul a fost retras');
    assert.equal((await readAuthorization(site)).status, 'none');
  });

  it('a second press of the button sends no second mail, and a corrected address gets one', async () => {
    const { browser, mailUrl } = await newReceipt(stack);

    for (const email of ['anna@typo.example', 'Anna@typo.example', 'anna@right.example']) {
      assert.equal((await browser.submitFilled(mailUrl, { email })).status, 200);
    }

    assert.equal((await receiptsAt('anna@right.example')).length, 1);
    assert.equal((await receiptsAt('anna@typo.example')).length, 1);
  });

  it('a receipt is sent to three addresses at most', async () => {
    const { browser, mailUrl } = await newReceipt(stack);
    const addresses = ['1', '2', '3', '4'].map((number) => `flood-${number}@example.ro`);

    const answers = [];
    for (const email of addresses) answers.push((await browser.submitFilled(mailUrl, { email })).status);

    assert.deepEqual(answers, [200, 200, 200, 429]);
    assert.equal((await receiptsAt('flood-3@example.ro')).length, 1);
    assert.equal((await receiptsAt('flood-4@example.ro')).length, 0);
  });

  for (const email of ['', 'ana', 'ana@cabinet.ro\r\nBcc: all@example.ro', `${'a'.repeat(300)}@example.ro`]) {
    it(`the text ${JSON.stringify(email.slice(0, 40))} is refused as an address, and nothing is sent`, async () => {
      const { browser, mailUrl } = await newReceipt(stack);
      const before = server.received.length;

      const answer = await browser.submitFilled(mailUrl, { email });

      assert.equal(answer.status, 400);
      assert.equal(await headingIn(answer), 'Adresa de e-mail nu pare corectă');
      await stack.backend.runDue();
      const later = server.received.slice(before).filter(({ subject }) => subject?.startsWith('Confirmare'));
      assert.deepEqual(later, []);
    });
  }

  it('another browser cannot send the receipt', async () => {
    const { mailUrl } = await newReceipt(stack);
    const stranger = new Browser(stack.publicUrl);
    assert.equal((await stranger.submitFilled(mailUrl, { email: 'stranger@example.ro' })).status, 410);

    stranger.plantCookie(`spv-o-${mailUrl.slice(-16)}`, 'guessed');
    assert.equal((await stranger.submitFilled(mailUrl, { email: 'stranger@example.ro' })).status, 410);

    assert.equal((await receiptsAt('stranger@example.ro')).length, 0);
  });

  it('the form of another site sends nothing', async () => {
    const { browser, mailUrl } = await newReceipt(stack);

    const answer = await browser.submit(mailUrl, { 'sec-fetch-site': 'cross-site' });

    assert.equal(answer.status, 403);
  });

  it('without e-mail the receipt has no form, and its address leads nowhere', async () => {
    const withoutMail = await setup();
    const { url } = await sendNewLink(withoutMail);
    const { page, browser } = await authorizeByLink(withoutMail, url);

    assert.doesNotMatch(page, /<form/);
    assert.equal((await browser.submitFilled('/receipt', { email: 'ana@example.ro' })).status, 404);
  });
});

async function newReceipt(stack: Stack) {
  const link = await sendNewLink(stack);
  const { page, browser } = await authorizeByLink(stack, link.url);
  const [, mailUrl] = /<form method="post" action="([^"]*\/receipt\?opening=[0-9a-f]{16})">/.exec(page) ?? [];
  assert.ok(mailUrl, page);
  return { ...link, browser, mailUrl };
}
