import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArguments } from '../../../../support/browsers.ts';
import { chromiumPath, firefoxPath } from '../../../../support/requirements.ts';
import { readAuthorization } from '../../../support/authorize.ts';
import { linkStateOf, sendNewLink } from '../../../support/link-recipient.ts';
import { setup } from '../../../support/setup.ts';
import { until } from '../../../support/until.ts';

/** Firefox is told in its settings to run no script, and Chromium page by page. */
const browsers: Readonly<Record<string, () => Promise<Browser>>> = {
  Chromium: () =>
    puppeteer.launch({
      executablePath: chromiumPath(),
      args: [...chromiumArguments],
    }),
  Firefox: () =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      extraPrefsFirefox: { 'javascript.enabled': false },
    }),
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(`the pages of a link in ${name} without JavaScript`, async () => {
    const stack = await setup();
    const browser = await launch();
    after(() => browser.close());

    it(`in ${name} without JavaScript the recipient authorizes, and withdraws again`, async () => {
      const link = await sendNewLink(stack);
      const page = await newPage(browser);

      await page.goto(`${link.url}?lang=ro`);
      await untilHeading(page, /^Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL$/);
      assert.equal(await linkStateOf(link), 'opened');
      await click(page, 'form .button');
      await passAnaf(page, 'administrator');
      await untilHeading(page, /^Gata, Exemplu SRL este autorizată$/);
      assert.equal((await readAuthorization(link.site)).status, 'active');

      await click(page, '.box a');
      await untilHeading(page, /^Retragi accesul pentru Exemplu SRL\?$/);
      await click(page, 'form .button');
      await untilHeading(page, /^Accesul a fost retras$/);
      assert.equal((await readAuthorization(link.site)).status, 'none');
      await page.close();
    });

    it(`in ${name} without JavaScript the recipient answers the questions after a refusal and starts over`, async () => {
      const link = await sendNewLink(stack);
      const page = await newPage(browser);
      await page.goto(`${link.url}?lang=ro`);
      await click(page, 'form .button');
      await untilShown(page, 'button[value="cancel"]');
      await click(page, 'button[value="cancel"]');
      await untilHeading(page, /^ANAF nu a primit un certificat valabil$/);

      await click(page, 'input[name="pinAsked"][value="yes"]');
      await click(page, 'form .secondary');
      await until(async () => (await textOf(page, '#cause h2')) === 'PIN-ul a fost greșit sau anulat');

      await click(page, 'form .button');
      await passAnaf(page, 'administrator');
      await untilHeading(page, /^Gata, Exemplu SRL este autorizată$/);
      await page.close();
    });

    it(`in ${name} without JavaScript the recipient declines a link`, async () => {
      const link = await sendNewLink(stack);
      const page = await newPage(browser);
      await page.goto(`${link.url}?lang=ro`);

      await click(page, '.after a');
      await untilHeading(page, /^Nu te ocupi de Exemplu SRL\?$/);
      await click(page, 'form .button');

      await untilHeading(page, /^Am transmis răspunsul tău$/);
      assert.equal(await linkStateOf(link), 'declined');
      await page.close();
    });
  });
}

/** A page that runs no script. */
async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  if (!(await browser.version()).startsWith('firefox')) await page.setJavaScriptEnabled(false);
  return page;
}

/** Chooses the certificate in the mock's pages, which need no script either, and enters the PIN. */
async function passAnaf(page: Page, persona: string): Promise<void> {
  await untilShown(page, `input[value="${persona}"]`);
  await click(page, `input[value="${persona}"]`);
  await click(page, 'button[value="choose"]');
  await untilShown(page, 'input[name="pin"]');
  await page.$eval('input[name="pin"]', (input) => {
    input.value = '1234';
  });
  await click(page, 'button[value="pin"]');
}

/** Firefox without scripts performs no click of Puppeteer's own, but the click of the element. */
async function click(page: Page, selector: string): Promise<void> {
  // Every selector here names an HTML element.
  await page.$eval(selector, (element) => (element as HTMLElement).click());
}

async function untilShown(page: Page, selector: string): Promise<void> {
  await until(async () => (await textOf(page, selector)) !== undefined);
}

/** Text of an element. Undefined while there is none, also during a navigation. */
async function textOf(page: Page, selector: string): Promise<string | undefined> {
  return page.$eval(selector, (element) => element.textContent ?? '').catch(() => undefined);
}

async function untilHeading(page: Page, heading: RegExp): Promise<void> {
  await until(async () => heading.test((await textOf(page, 'h1')) ?? ''));
}
