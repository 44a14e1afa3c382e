import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headingIn, headingOf, readAuthorization } from '../../../support/authorize.ts';
import { Browser } from '../../../support/browser.ts';
import { authorizeByLink, sendNewLink, withdrawUrlOf } from '../../../support/link-recipient.ts';
import { setup } from '../../../support/setup.ts';

describe('the personal address of a receipt', async () => {
  const stack = await setup({ rateLimits: { pagesPerMinute: 10_000 } });
  const newBrowser = () => new Browser(stack.publicUrl);

  async function newReceipt() {
    const link = await sendNewLink(stack);
    const { page, browser, callback } = await authorizeByLink(stack, link.url);
    return { ...link, withdrawUrl: withdrawUrlOf(page), browser, callback };
  }

  it('the holder of the certificate ends the use for the company after one confirmation, in any browser', async () => {
    const { site, withdrawUrl } = await newReceipt();
    const browser = newBrowser();

    assert.equal(await headingIn(browser.visit(withdrawUrl)), 'Retragi accesul pentru Exemplu SRL?');
    assert.equal((await readAuthorization(site)).status, 'active');
    const answer = await browser.submit(withdrawUrl);

    const page = await answer.text();
    assert.equal(headingOf(page), 'Accesul a fost retras');
    assert.match(page, /La ANAF permisiunea se stinge singură/);
    assert.equal((await readAuthorization(site)).status, 'none');
  });

  it('an address that was used once says nothing about the company', async () => {
    const { site, withdrawUrl } = await newReceipt();
    await newBrowser().submit(withdrawUrl);

    for (const answer of [await newBrowser().visit(withdrawUrl), await newBrowser().submit(withdrawUrl)]) {
      assert.equal(answer.status, 404);
      const page = await answer.text();
      assert.equal(headingOf(page), 'Adresa nu este valabilă');
      assert.ok(!page.includes('Exemplu') && !page.includes(site.company.taxId));
    }
  });

  it('a form of another site withdraws nothing', async () => {
    const { site, withdrawUrl } = await newReceipt();

    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, {}]) {
      const answer = await newBrowser().submit(withdrawUrl, headers);
      assert.equal(answer.status, 403);
    }

    assert.equal((await readAuthorization(site)).status, 'active');
  });

  it('an unknown address has a page of its own', async () => {
    const answer = await newBrowser().visit('/w/unknown');

    assert.equal(answer.status, 404);
    assert.equal(await headingIn(answer), 'Adresa nu este valabilă');
  });
});
