import { readFileSync } from 'node:fs';
import { admin } from '../support/admin.ts';
import { apiOf, apiWithToken } from '../support/api.ts';
import { expect, test } from '../support/console-test.ts';
import { exemplu, invoice } from '../support/invoice.ts';
import { authorizeUrl, startMock } from '../support/login.ts';
import { knownPersona } from '../support/tls-clients.ts';

const list = `listaMesajeFactura?zile=1&cif=${exemplu.cui}`;

test('companies: the console adds an invoice to the list of a company and counts it', async ({
  adminConsole,
  mock,
  page,
}) => {
  await adminConsole.open('companies');

  await adminConsole.button('Pune o factură în lista firmei Exemplu SRL').click();

  await adminConsole.notice(/factură primită este în lista de test a firmei Exemplu SRL/).waitFor();
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('test 1');
  expect((await (await apiOf(mock, 'administrator')).get(list)).text).toContain('FACTURA PRIMITA');
});

test('people: the console downloads a certificate and shows its passphrase and PIN', async ({
  adminConsole,
  mock,
  page,
}) => {
  await adminConsole.open('people');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    adminConsole.button('Descarcă .p12 pentru Mihai Contabilu').click(),
  ]);

  const { bytes, passphrase } = await knownPersona(mock, 'accountant').pkcs12();
  expect(download.suggestedFilename()).toBe('accountant.p12');
  expect(readFileSync(await download.path()).byteLength).toBe(bytes.byteLength);
  await expect(page.getByText(passphrase, { exact: true })).toBeVisible();
  await expect(page.getByText('1234').first()).toBeVisible();
});

test('people: the console shows the import steps of each browser and system', async ({ adminConsole, page }) => {
  await adminConsole.open('people');

  for (const [tab, step] of [
    ['Firefox', 'Certificatele tale'],
    ['Windows', 'certutil -user'],
    ['macOS', 'security import'],
    ['Chrome', 'pk12util'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel')).toContainText(step);
  }
});

test('scenarios: one click switches a scenario on, and a second click switches it off', async ({
  adminConsole,
  mock,
  page,
}) => {
  await adminConsole.open('scenarios');
  const scenario = page.getByRole('switch', { name: 'api-unavailable' });
  await expect(scenario).toHaveAccessibleDescription(/^API-ul răspunde HTTP 503 cu o pagină HTML/);

  await scenario.click();
  await expect(scenario).toBeChecked();
  expect(mock.scenarios.active()).toEqual([{ name: 'api-unavailable' }]);
  await scenario.click();

  await expect(scenario).not.toBeChecked();
  expect(mock.scenarios.active()).toEqual([]);
});

test('scenarios: a scenario for one person and a number of times is counted down by their requests', async ({
  adminConsole,
  mock,
  page,
}) => {
  await adminConsole.open('scenarios');
  await page.getByLabel('Pentru').selectOption('administrator');
  await page.getByLabel('De câte ori').fill('2');

  await page.getByRole('switch', { name: 'api-limit' }).click();
  await page.getByText('încă de 2 ori').waitFor();
  const api = await apiOf(mock, 'administrator');
  const statuses = [(await api.get(list)).status, (await (await apiOf(mock, 'accountant')).get(list)).status];

  await page.getByText('încă o dată').waitFor();
  expect(statuses).toEqual([429, 200]);
  expect(mock.scenarios.active()).toEqual([{ name: 'api-limit', persona: 'administrator', times: 1 }]);
});

test('scenarios: a scenario that takes effect before the person is known cannot be chosen for one person', async ({
  adminConsole,
  mock,
  page,
}) => {
  await adminConsole.open('scenarios');
  const early = page.getByRole('switch', { name: 'login-waf' });
  await page.getByLabel('Pentru').selectOption('administrator');

  await expect(early).toBeDisabled();
  await expect(page.getByRole('listitem').filter({ has: early })).toContainText('nu pe persoană');
  await page.getByLabel('Pentru').selectOption('');
  await early.click();
  await expect(early).toBeChecked();
  expect(mock.scenarios.active()).toEqual([{ name: 'login-waf' }]);
  await page.getByLabel('Pentru').selectOption('administrator');
  await expect(early, 'an active scenario can be switched off').toBeEnabled();
});

test('scenarios: an invalid count is explained and switches nothing on', async ({ adminConsole, mock, page }) => {
  await adminConsole.open('scenarios');
  await page.getByLabel('De câte ori').fill('0');

  await page.getByRole('switch', { name: 'api-limit' }).click();

  await expect(page.getByText('Un număr întreg, de la 1 în sus')).toBeVisible();
  await expect(page.getByLabel('De câte ori')).toBeFocused();
  await page.getByLabel('De câte ori').fill('2');
  await page.getByRole('switch', { name: 'api-limit' }).click();
  await expect(page.getByRole('switch', { name: 'api-limit' })).toBeChecked();
  expect(mock.scenarios.active()).toEqual([{ name: 'api-limit', times: 2 }]);
});

test('scenarios: the console shows a scenario that a program switched on, and switches all off', async ({
  adminConsole,
  mock,
  page,
}) => {
  mock.scenarios.add({ name: 'token-slow', times: 3 });
  await adminConsole.open('scenarios');
  await expect(page.getByRole('switch', { name: 'token-slow' })).toBeChecked();
  await expect(page.getByRole('link', { name: 'Scenarii' })).toContainText('1');

  await adminConsole.button('Oprește tot').click();

  await expect(page.getByRole('switch', { checked: true })).toHaveCount(0);
  expect(mock.scenarios.active()).toEqual([]);
});

for (const [button, seconds] of [
  ['+1 oră', 3600],
  ['+1 zi', 86_400],
  ['+60 de zile', 60 * 86_400],
  ['+89 de zile', 89 * 86_400],
  ['+364 de zile', 364 * 86_400],
] as const) {
  test(`clock: the button "${button}" moves the clock by ${seconds} seconds`, async ({ adminConsole, mock }) => {
    mock.clock.freeze();
    const before = mock.clock.now();
    await adminConsole.open('clock');

    await adminConsole.button(button).click();

    await adminConsole.notice(/Ceasul a sărit/).waitFor();
    expect(mock.clock.now() - before).toBeCloseTo(seconds, 3);
  });
}

test('clock: the console freezes, sets, starts and resets the clock', async ({ adminConsole, mock, page }) => {
  await adminConsole.open('clock');
  const freeze = page.getByRole('switch', { name: 'Ceas înghețat' });

  await freeze.click();
  await expect(freeze).toBeChecked();
  await page.getByLabel('Data și ora').fill('2027-03-01T12:30:15');
  await adminConsole.button('Pune').click();
  await adminConsole.notice('Ceasul a fost pus.').waitFor();
  const set = [mock.clock.isFrozen, mock.clock.now()];
  await expect(page.locator('.time')).toHaveText('12:30:15');
  await freeze.click();
  await expect(freeze).not.toBeChecked();
  await adminConsole.button('Înapoi la ora mașinii').click();
  await adminConsole.notice(/merge din nou/).waitFor();

  expect(set).toEqual([true, Date.parse('2027-03-01T12:30:15+02:00') / 1000]);
  expect(mock.clock.setting).toMatchObject({ aheadSeconds: 0 });
  expect(mock.clock.isFrozen).toBe(false);
});

test('clock: the button "Acum" fills in the current time, and an empty date is explained', async ({
  adminConsole,
  page,
  mock,
}) => {
  const now = Date.parse('2027-05-06T07:08:09Z');
  await page.clock.setFixedTime(now);
  mock.clock.freeze();
  await adminConsole.open('clock');

  await adminConsole.button('Pune').click();
  await expect(page.getByText('Alege o dată și o oră.')).toBeVisible();
  await adminConsole.button('Acum').click();
  await adminConsole.button('Pune').click();

  await adminConsole.notice('Ceasul a fost pus.').waitFor();
  expect(mock.clock.now()).toBe(now / 1000);
});

test('clock: the console resets everything', async ({ adminConsole, mock }) => {
  mock.scenarios.add({ name: 'api-limit' });
  mock.addMessages({ cui: exemplu.cui });
  await adminConsole.open('clock');

  await adminConsole.button('Resetează tot').click();

  await adminConsole.notice('Totul este ca la pornire.').waitFor();
  expect([mock.scenarios.active(), Object.keys(mock.state.messages)]).toEqual([[], []]);
});

test('journal: a new exchange appears without a reload, and opens to the reason of its answer', async ({
  adminConsole,
  mock,
  page,
}) => {
  await adminConsole.open('journal');
  await page.getByText('Încă nimic.').waitFor();

  await mock.authorize({ url: authorizeUrl(mock.urls.picker), persona: 'expired' });
  await page.getByRole('button', { name: /302 POST \/my.policy .* the certificate is not valid/ }).click();

  const details = page.locator('.details');
  await expect(details).toContainText('De ce the certificate is not valid at this time');
  await expect(details).toContainText('[secret]');
  await expect(details).not.toContainText('1234');
});

test('journal: an open exchange shows the bodies of request and answer', async ({ adminConsole, mock, page }) => {
  const api = await apiOf(mock, 'administrator');
  await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
  await adminConsole.open('journal');

  await page.getByRole('button', { name: /200 POST \/test\/FCTEL\/rest\/upload/ }).click();

  await expect(page.getByRole('region', { name: 'Ce s-a trimis' })).toContainText('<cbc:ID>EX-1</cbc:ID>');
  await expect(page.getByRole('region', { name: 'Ce s-a răspuns' })).toContainText('ExecutionStatus="0"');
  await page.getByRole('button', { name: /200 POST .*\/token/ }).click();
  await expect(page.getByRole('region', { name: 'Ce s-a răspuns' })).toContainText('"access_token":"[secret]"');
});

test('journal: the list is filtered by text, by door and by refusals', async ({ adminConsole, mock, page }) => {
  const api = await apiOf(mock, 'administrator');
  await api.get(list);
  await apiWithToken(mock, 'x').get(list);
  await adminConsole.open('journal');
  const rows = page.locator('.entry');

  await page.getByLabel('Ușă').selectOption('apiPlain');
  await expect(rows).toHaveCount(2);
  await page.getByLabel('Răspunsuri').selectOption('refused');
  await expect(rows).toHaveCount(1);
  await expect(rows.locator('.reason')).toContainText('the token is opaque');
  await page.getByLabel('Răspunsuri').selectOption('all');
  await page.getByLabel('Caută').fill('has rights for the company');

  await expect(rows).toHaveCount(1);
  await page.getByLabel('Caută').fill('nothing like it');
  await expect(page.getByText('Nimic nu se potrivește filtrului.')).toBeVisible();
});

test('journal: a paused list does not change, and new exchanges are counted', async ({ adminConsole, mock, page }) => {
  await fetch(`${mock.urls.apiPlain}/first`);
  await adminConsole.open('journal');
  await expect(page.locator('.entry')).toHaveCount(1);

  await adminConsole.button('Pauză').click();
  await fetch(`${mock.urls.apiPlain}/second`);
  await page.getByText('un schimb nou așteaptă').waitFor();
  await expect(page.locator('.entry')).toHaveCount(1);
  await adminConsole.button('Pauză').click();

  await expect(page.locator('.entry .request')).toHaveText(['GET /second', 'GET /first']);
});

test('journal: the console clears the journal', async ({ adminConsole, mock, page }) => {
  await fetch(`${mock.urls.apiPlain}/first`);
  await adminConsole.open('journal');
  await expect(page.locator('.entry')).toHaveCount(1);

  await adminConsole.button('Golește').click();

  await page.getByText('Încă nimic.').waitFor();
  expect(mock.journal.entries()).toEqual([]);
});

test('token: a valid token is shown with its claims, its signature and its grant', async ({
  adminConsole,
  mock,
  page,
}) => {
  const { access_token } = await mock.issueTokens({ persona: 'administrator' });
  await adminConsole.open('token');

  await page.getByLabel('Token', { exact: true }).fill(access_token);
  await adminConsole.button('Verifică').click();

  await expect(page.getByRole('heading', { name: 'Bun', exact: true })).toBeVisible();
  await expect(page.getByText('a acestui mock', { exact: true })).toBeVisible();
  await expect(page.locator('.claims')).toContainText('clientappid');
  await expect(page.locator('main')).toContainText('RS512');
  await expect(page.locator('dd', { hasText: /^administrator$/ })).toBeVisible();
  expect(JSON.stringify(mock.journal.entries())).not.toContain(access_token.slice(0, 40));
});

test('token: the failed check of an invalid token is named', async ({ adminConsole, mock, page }) => {
  const { access_token } = await mock.issueTokens({ persona: 'administrator' });
  mock.clock.advance(91 * 86_400);
  await adminConsole.open('token');

  await page.getByLabel('Token', { exact: true }).fill(access_token);
  await adminConsole.button('Verifică').click();

  await expect(page.getByRole('heading', { name: 'Nu este bun' })).toBeVisible();
  await expect(page.locator('.verdict')).toContainText('the access token has expired');
});

test('a refusal of the admin port is shown in the words of the admin port', async ({ adminConsole, page, mock }) => {
  await adminConsole.open('companies');
  mock.state.companies = mock.state.companies.filter(({ cui }) => cui !== exemplu.cui);

  await adminConsole.button('Pune o factură în lista firmei Exemplu SRL').click();

  const { body } = await admin(mock, 'POST', `/companies/${exemplu.cui}/messages`, {});
  await expect(page.getByRole('contentinfo')).toContainText(`Nu a mers: ${body.message}`);
});

test('the console uses the language of the browser until another one is chosen, and remembers the choice', async ({
  adminConsole,
  page,
}) => {
  await adminConsole.open('journal');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ro');

  await adminConsole.button('English').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal');
  await page.reload();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Journal · mock-anaf');
});

test('the console reconnects to a mock that was restarted', async ({ page }) => {
  const first = await startMock();
  const port = Number(new URL(first.urls.admin).port);
  await fetch(`${first.urls.apiPlain}/old`);
  await page.goto(`${first.urls.admin}/console#journal`);
  await expect(page.locator('.entry .request')).toHaveText(['GET /old']);

  await first.stop();
  await page.getByText('fără legătură').waitFor();
  await using second = await startMock({ ports: { admin: port } });
  await page.getByText('în direct').waitFor();
  await fetch(`${second.urls.apiPlain}/new`);

  await expect(page.locator('.entry .request')).toHaveText(['GET /new']);
});

test.describe('an admin port with a token', () => {
  const adminToken = 'a-token-of-the-admin-port';
  test.use({ adminToken });

  test('the console asks once for the token of the admin port and sends it with every request', async ({
    adminConsole,
    page,
    mock,
  }) => {
    await page.goto(`${mock.urls.admin}/console#scenarios`);
    const field = page.getByLabel('Token de administrare');

    await field.fill('wrong');
    await adminConsole.button('Deschide consola').click();
    await page.getByText('Nu este tokenul bun.').waitFor();
    await field.fill(adminToken);
    await adminConsole.button('Deschide consola').click();
    await page.getByRole('switch', { name: 'api-limit' }).click();
    await adminConsole.notice('Scenariul api-limit este pornit.').waitFor();
    await page.reload();

    await expect(page.getByRole('switch', { name: 'api-limit' })).toBeChecked();
    await adminConsole.live.waitFor();
    expect(mock.scenarios.active()).toEqual([{ name: 'api-limit' }]);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(adminToken);
  });
});

test('the content security policy of the console blocks requests to other hosts', async ({
  adminConsole,
  page,
  mock,
}) => {
  await adminConsole.open('companies');

  const outcome = await page.evaluate((address) => fetch(address).then(String, String), mock.urls.apiPlain);

  expect(outcome).toContain('Failed to fetch');
  await expect.poll(() => adminConsole.violations.join()).toMatch(/Content Security Policy/);
  adminConsole.violations.length = 0;
});
