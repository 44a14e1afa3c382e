import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { chromiumArguments } from '../../support/browsers.ts';
import { chromiumPath } from '../../support/requirements.ts';

/**
 * Takes pictures of every screen: one sheet for each language, colour scheme and width.
 * Usage: `node test/widget/gallery/take-pictures.ts [folder] [scene]`
 */
const folder = resolve(process.argv[2] ?? '.cache/gallery');
const scene = process.argv[3];
mkdirSync(folder, { recursive: true });

const server = await createServer({
  configFile: false,
  root: '.',
  logLevel: 'error',
  resolve: { conditions: ['spv-source', 'module', 'browser', 'development'] },
  server: { host: '127.0.0.1', port: 0 },
});
await server.listen();
const origin = server.resolvedUrls?.local[0];
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });

for (const lang of ['ro', 'en']) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [320, 480]) {
      const page = await browser.newPage({ viewport: { width: 1420, height: 900 }, reducedMotion: 'reduce' });
      page.on('pageerror', (error) => console.error(lang, scheme, width, error.message));
      const query = new URLSearchParams({ lang, scheme, width: String(width), ...(scene && { scene }) });
      await page.goto(`${origin}test/widget/gallery/gallery.html?${query}`);
      await page.locator('html[data-ready]').waitFor({ timeout: 120_000, state: 'attached' });
      await page.screenshot({ path: join(folder, `${lang}-${scheme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
await server.close();
console.log(`Pictures are in ${folder}`);
