import { expect, test } from '../support/console-test.ts';
import { authorizeUrl } from '../support/login.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['ro-RO', 'en-GB']) {
    for (const width of [320, 1280]) {
      test.describe(`the console, ${colorScheme}, ${locale}, ${width} px wide`, () => {
        test.use({ colorScheme, locale, viewport: { width, height: 800 } });

        test('has nothing for axe to find in any section, and nothing beyond its width', async ({
          adminConsole,
          mock,
          page,
        }) => {
          mock.clock.advance(86_400);
          mock.clock.freeze();
          mock.scenarios.add({ name: 'login-denied', times: 2, persona: 'accountant' });
          mock.changePerson('no-company', { rights: ['90345285'] });
          await fetch(authorizeUrl(mock.urls.picker, { client_id: 'nobody' }));
          await fetch(`${mock.urls.apiPlain}/nothing`, {
            method: 'POST',
            body: `<a>${'b'.repeat(300)} </a>`.repeat(90),
          });
          await mock.authorize({ url: authorizeUrl(mock.urls.picker), persona: 'expired' });
          const { access_token } = await mock.issueTokens({ persona: 'accountant' });
          const look = async () =>
            expect([await adminConsole.findings(), await adminConsole.isWithinWidth()]).toEqual([[], true]);

          for (const section of ['companies', 'people', 'scenarios', 'clock'] as const) {
            await adminConsole.open(section);
            await page.locator('main').getByRole('button').first().waitFor();
            await look();
          }
          await page.locator('main').getByRole('button').first().click();
          await look();

          await adminConsole.open('journal');
          await look();
          await page.locator('.entry').nth(1).click();
          await look();
          await page.getByRole('button', { name: '403 POST /nothing' }).click();
          await page.locator('.body pre').first().waitFor();
          await look();

          await adminConsole.open('token');
          await page.locator('main').getByRole('button').click();
          await look();
          for (const token of [access_token, `${access_token}x`, 'f'.repeat(64)]) {
            await page.getByRole('textbox').fill(token);
            await page.locator('main').getByRole('button').click();
            await page.locator('.verdict').waitFor();
            await look();
          }

          await page.route('**/clock', (route) => route.fulfill({ status: 401, json: { message: 'no' } }));
          await page.reload();
          await page.locator('input[type=password]').waitFor();
          await look();
        });
      });
    }
  }
}
