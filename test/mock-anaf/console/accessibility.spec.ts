import { expect, test } from '../support/console-test.ts';
import { authorizeUrl } from '../support/login.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['ro-RO', 'en-GB']) {
    for (const width of [320, 1280]) {
      test.describe(`accessibility in ${colorScheme}, ${locale}, ${width} px`, () => {
        test.use({ colorScheme, locale, viewport: { width, height: 800 } });

        test(`no section of the console has an accessibility violation or is wider than ${width} px (${colorScheme}, ${locale})`, async ({
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
          await page.locator('footer.done').waitFor();
          await look();

          await adminConsole.open('journal');
          await page.locator('.entry').first().waitFor();
          await look();
          await page.locator('.entry').nth(1).click();
          await page.locator('.details').waitFor();
          await look();
          await page.getByRole('button', { name: '403 POST /nothing' }).click();
          await page.locator('.body pre').first().waitFor();
          await look();

          await adminConsole.open('token');
          await page.locator('main').getByRole('button').click();
          await expect(page.locator('.wrong')).not.toBeEmpty();
          await look();
          for (const [token, verdict] of [
            [access_token, 'API'],
            [`${access_token}x`, 'the token was not signed by this mock'],
            ['f'.repeat(64), 'this mock has no grant with the id at the beginning of this token'],
          ] as const) {
            await page.getByRole('textbox').fill(token);
            await page.locator('main').getByRole('button').click();
            await expect(page.locator('.verdict')).toContainText(verdict);
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
