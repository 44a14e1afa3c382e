import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { chromium, type Page } from '@playwright/test';
import axe from 'axe-core';
import { mailHtml } from 'spv-authorize-backend/internal/notifications/mail-html.ts';
import { chromiumArguments } from '../../support/browsers.ts';
import { chromiumPath } from '../../support/requirements.ts';
import { exampleMail, mailKinds } from '../support/mail-examples.ts';

describe('the mails as HTML', async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
  after(() => browser.close());
  const page = await browser.newPage();

  for (const kind of mailKinds) {
    it(`the mail "${kind}" is accessible in light and dark, and fits 320 and 600 px in both languages`, async () => {
      for (const language of ['ro', 'en'] as const) {
        await page.setContent(mailHtml(exampleMail(kind, language)));
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await findings(page), [], `${language}, ${colorScheme}`);
        }
        for (const width of [320, 600]) {
          await page.setViewportSize({ width, height: 600 });
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, language);
        }
        assert.equal(await page.locator('a[style*="display:block"]').count(), 1, 'one button');
      }
    });
  }

  it('a mail is at most 600 px wide on a large screen, and loads nothing', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.setContent(mailHtml(exampleMail('invitation', 'ro')));

    const box = await page.locator('.sheet').boundingBox();

    assert.ok(box);
    assert.equal(box.width, 600);
    assert.deepEqual(requests, []);
  });
});

/** The findings of axe, one line each. A mail is shown inside a page of the mail program, which has the landmarks. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } },
    } as unknown as Document),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}
