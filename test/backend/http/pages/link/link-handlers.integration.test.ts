import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headingIn, headingOf, locationOf, readAuthorization } from '../../../support/authorize.ts';
import { Browser } from '../../../support/browser.ts';
import {
  againUrlOf,
  authorizeByLink,
  callbackOfLink,
  linkStateOf,
  type SentLink,
  sendNewLink,
  withdrawUrlOf,
} from '../../../support/link-recipient.ts';
import { setup } from '../../../support/setup.ts';

const dayInSeconds = 24 * 3600;

describe('the pages of a link', async () => {
  const stack = await setup({ rateLimits: { pagesPerMinute: 10_000 } });
  const newBrowser = () => new Browser(stack.publicUrl);

  it('the landing page names the person who asks, the company and the application', async () => {
    const { url } = await sendNewLink(stack);

    const landing = await newBrowser().visit(url);

    assert.equal(landing.status, 200);
    const page = await landing.text();
    assert.equal(headingOf(page), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
    assert.ok(page.includes(`<code class="address">${url}</code>`));
  });

  it('programs that only read the address of a link change nothing, and a person who opens it is seen by the company', async () => {
    const link = await sendNewLink(stack);

    await fetch(link.url);
    await fetch(link.url, { method: 'HEAD' });
    await newBrowser().visit(link.url, { headers: { 'sec-purpose': 'prefetch' } });
    await newBrowser().visit(`${link.url}/decline`);
    assert.equal(await linkStateOf(link), 'new');

    await newBrowser().visit(link.url);
    assert.equal(await linkStateOf(link), 'opened');
  });

  it('the recipient of a link authorizes the company with their own certificate and gets a receipt', async () => {
    const link = await sendNewLink(stack);

    const { status, page } = await authorizeByLink(stack, link.url);

    assert.equal(status, 200);
    assert.equal(headingOf(page), 'Gata, Exemplu SRL este autorizată');
    assert.match(page, /Mulțumim\. Exemplu SRL a fost anunțată/);
    assert.match(page, /seria [0-9A-Fa-f]+/);
    const authorization = await readAuthorization(link.site);
    assert.ok(authorization.status === 'active', authorization.status);
    assert.equal(authorization.via, 'link');
    assert.equal(await linkStateOf(link), 'completed');
  });

  it('on the way to ANAF the link is in progress for the company', async () => {
    const link = await sendNewLink(stack);

    await newBrowser().submit(link.url);

    assert.equal(await linkStateOf(link), 'in-progress');
  });

  it('a certificate without a right is explained, the link stays open, and another certificate finishes it', async () => {
    const link = await sendNewLink(stack);
    const first = await authorizeByLink(stack, link.url, { persona: 'other-company' });
    assert.match(headingOf(first.page), /^Certificatul nu are drepturi pentru CUI \d+$/);
    assert.match(first.page, /Copiază din nou adresa pe care ai primit-o/);
    assert.equal(await linkStateOf(link), 'no-rights');

    const again = await first.browser.submit(againUrlOf(first.page));
    const { location } = await stack.mock.authorize({ url: locationOf(again), persona: 'administrator', act: 'ok' });
    assert.ok(location);

    assert.equal(await headingIn(first.browser.visit(location)), 'Gata, Exemplu SRL este autorizată');
    assert.equal(await linkStateOf(link), 'completed');
  });

  it('starting over needs the cookie of the earlier opening', async () => {
    const link = await sendNewLink(stack);
    const { page } = await authorizeByLink(stack, link.url, { act: 'cancel' });

    const stranger = await newBrowser().submit(againUrlOf(page));

    assert.equal(stranger.status, 404);
    assert.equal(stranger.headers.get('location'), null);
  });

  it('the answers to the two questions change the cause that is explained first', async () => {
    const link = await sendNewLink(stack);
    const { browser, callback } = await authorizeByLink(stack, link.url, { act: 'cancel' });
    const reload = await browser.visit(callback);
    const [, openingId] = /data-opening="([0-9a-f]{16})"/.exec(await reload.text()) ?? [];
    assert.ok(openingId);

    const answered = await browser.visit(`/callback?result=${openingId}&chooserSeen=yes&pinAsked=yes`);

    assert.match(await answered.text(), /<section id="cause">[\s\S]*?<h2>PIN-ul a fost greșit sau anulat<\/h2>/);
  });

  it('while ANAF is silent the recipient may close the page, and sees the receipt on the next look', async () => {
    const link = await sendNewLink(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const { browser, page } = await authorizeByLink(stack, link.url);
    assert.match(page, /Poți închide pagina: Exemplu SRL află rezultatul/);
    const [, openingId] = /data-opening="([0-9a-f]{16})"/.exec(page) ?? [];
    assert.ok(openingId);

    stack.clock.advance(120);
    await stack.backend.runDue();

    const later = await browser.visit(`/callback?result=${openingId}`);
    assert.equal(await headingIn(later), 'Gata, Exemplu SRL este autorizată');
  });

  const ends: Readonly<Record<string, readonly [heading: string, end: (link: SentLink) => Promise<unknown>]>> = {
    used: ['Linkul a fost deja folosit', ({ url }) => authorizeByLink(stack, url)],
    cancelled: ['Linkul nu mai este valabil', ({ site, linkId }) => site.call('DELETE', `/links/${linkId}`)],
    declined: ['La această cerere s-a răspuns deja', ({ url }) => newBrowser().submit(`${url}/decline`)],
    expired: ['Linkul a expirat', async () => stack.clock.advance(7 * dayInSeconds)],
  };

  for (const [name, [heading, end]] of Object.entries(ends)) {
    it(`a link that was ${name} says so on its page, and says nothing about the company`, async () => {
      const link = await sendNewLink(stack);
      await end(link);

      for (const answer of [
        await newBrowser().visit(link.url),
        await newBrowser().submit(link.url),
        await newBrowser().visit(`${link.url}/decline`),
      ]) {
        assert.equal(answer.status, 410);
        const page = await answer.text();
        assert.equal(headingOf(page), heading);
        for (const secret of ['Exemplu', link.site.company.taxId, 'Maria']) assert.ok(!page.includes(secret), secret);
      }
    });
  }

  it('an unknown link has a page of its own', async () => {
    for (const path of ['/l/unknown', '/l/%00', `/l/${'x'.repeat(500)}`]) {
      const answer = await newBrowser().visit(path);
      assert.equal(answer.status, 404, path);
      assert.equal(await headingIn(answer), 'Linkul nu este valabil');
    }
  });

  it('somebody who guesses addresses is soon refused, and then even a right one is not answered', async () => {
    const guessed = await setup({ rateLimits: { pagesPerMinute: 10_000 } });
    const { url } = await sendNewLink(guessed);
    const browser = new Browser(guessed.publicUrl);

    for (let guess = 0; guess < 20; guess += 1) assert.equal((await browser.visit(`/l/guess-${guess}`)).status, 404);

    for (const path of [url, '/l/guess', '/w/guess']) {
      const refused = await browser.visit(path);
      assert.equal(refused.status, 429, path);
      assert.match(refused.headers.get('retry-after') ?? '', /^\d+$/);
      assert.equal(await headingIn(refused), 'Prea multe cereri');
    }
  });

  it('an address of a link that was replaced leads nowhere', async () => {
    const link = await sendNewLink(stack);
    await link.site.call('POST', `/links/${link.linkId}/replace`);

    const answer = await newBrowser().visit(link.url);

    assert.equal(answer.status, 404);
    assert.equal(await headingIn(answer), 'Linkul nu este valabil');
  });

  it('a link is declined after one confirmation, and the company sees it', async () => {
    const link = await sendNewLink(stack);
    const browser = newBrowser();

    assert.equal(await headingIn(browser.visit(`${link.url}/decline`)), 'Nu te ocupi de Exemplu SRL?');
    const answer = await browser.submit(`${link.url}/decline`);

    assert.equal(await headingIn(answer), 'Am transmis răspunsul tău');
    assert.equal(await linkStateOf(link), 'declined');
  });

  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    {},
  ]) {
    it(`a form of another site changes nothing with ${JSON.stringify(headers)}`, async () => {
      const link = await sendNewLink(stack);
      const { browser, page } = await authorizeByLink(stack, link.url, { act: 'cancel' });
      const before = await linkStateOf(link);

      for (const url of [link.url, `${link.url}/decline`, againUrlOf(page)]) {
        const answer = await browser.submit(url, headers);
        assert.equal(answer.status, 403, url);
        assert.equal(await headingIn(answer), 'Cererea nu a venit din această pagină');
      }

      assert.equal(await linkStateOf(link), before);
    });
  }

  it('the language that the recipient chooses is kept from the link to the result', async () => {
    const link = await sendNewLink(stack);
    const browser = newBrowser();

    const landing = await browser.visit(`${link.url}?lang=en`);
    assert.equal(landing.headers.get('content-language'), 'en');
    assert.equal(await headingIn(landing), 'Maria Pop asks you to authorize e-Factura for Exemplu SRL');
    const result = await browser.visit(await callbackOfLink(stack, link.url, { browser }));

    assert.equal(await headingIn(result), 'Done, Exemplu SRL is authorized');
  });

  it('the receipt shows its personal address again after a reload and in the other language', async () => {
    const { url } = await sendNewLink(stack);
    const { browser, page, callback } = await authorizeByLink(stack, url);
    const withdrawUrl = withdrawUrlOf(page);
    const [, english] = /<a class="language" href="([^"]+)"/.exec(page) ?? [];
    assert.ok(english);

    const reloaded = await browser.visit(callback);
    const translated = await browser.visit(`/callback${english.replaceAll('&amp;', '&')}`);

    assert.equal(withdrawUrlOf(await reloaded.text()), withdrawUrl);
    const translation = await translated.text();
    assert.equal(headingOf(translation), 'Done, Exemplu SRL is authorized');
    assert.equal(withdrawUrlOf(translation), withdrawUrl);
  });

  it('after a withdrawal the result page says that the authorization is no longer used', async () => {
    const { url } = await sendNewLink(stack);
    const { browser, page, callback } = await authorizeByLink(stack, url);
    await newBrowser().submit(withdrawUrlOf(page));

    const reloaded = await browser.visit(callback);

    assert.equal(await headingIn(reloaded), 'Această autorizare nu mai este folosită');
  });

  it('on a phone the landing page leads to a computer first', async () => {
    const { url } = await sendNewLink(stack);

    const landing = await newBrowser().visit(url, { headers: { 'user-agent': 'Mozilla/5.0 (iPhone)' } });

    assert.match(await landing.text(), /Continuă pe calculatorul cu certificatul/);
  });
});
