import { AccountantPage } from './pages/accountant-page.ts';
import { test as base, expect } from './stack-test.ts';

interface Fixtures {
  /** A link that the owner has created and copied on the page that `site` still shows. */
  readonly link: string;
  /** Another browser profile without JavaScript, in which the link is open. */
  readonly accountant: AccountantPage;
}

const test = base.extend<Fixtures>({
  link: async ({ site }, use) => {
    await site.openIntegration();
    await use(await site.spv.createLink());
  },
  accountant: async ({ link, openElsewhere }, use) => {
    const { page } = await openElsewhere({ javaScriptEnabled: false });
    const accountant = new AccountantPage(page);
    await accountant.open(link);
    await use(accountant);
  },
});

test('the accountant authorizes by the link, and the owner’s page turns to active by itself', async ({
  site: owner,
  accountant,
}) => {
  const navigation = await owner.page.evaluate(() => performance.timeOrigin);
  await expect(accountant.heading).toHaveText('Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
  await expect(accountant.page.getByText('Pop Consulting')).toBeVisible();
  await expect(owner.spv.linkState).toHaveText(/^Deschis/);

  await accountant.authorizeAs('Mihai Contabilu');

  await expect(accountant.heading).toHaveText('Gata, Exemplu SRL este autorizată');
  await expect(owner.spv.status).toHaveText('Activă');
  expect(await owner.page.evaluate(() => performance.timeOrigin)).toBe(navigation);
});

test('the owner sees that the accountant is at ANAF', async ({ site: owner, accountant }) => {
  await accountant.page.getByRole('button', { name: 'Continuă la ANAF' }).click();

  await expect(owner.spv.linkState).toHaveText(/^În curs/);
});

test('a certificate without the right is explained, and the same link succeeds with another certificate', async ({
  site: owner,
  accountant,
}) => {
  await accountant.authorizeAs('Ioana Beta');
  await expect(accountant.heading).toHaveText('Certificatul nu are drepturi pentru CUI 90123459');
  await expect(owner.spv.linkState).toHaveText(/^Fără drepturi/);
  await expect(owner.spv.root).toContainText('Linkul rămâne bun pentru alt certificat.');

  await accountant.authorizeAs('Mihai Contabilu', 'Reia');

  await expect(accountant.heading).toHaveText('Gata, Exemplu SRL este autorizată');
  await expect(owner.spv.status).toHaveText('Activă');
});

test('an accountant who does not work for the company says so, and the owner is told', async ({
  site: owner,
  link,
  accountant,
}) => {
  await accountant.decline();

  await expect(accountant.heading).toHaveText('Am transmis răspunsul tău');
  await owner.spv.root.getByText('Încheiate (1)').click();
  await expect(owner.spv.root).toContainText('Persoana a răspuns că nu se ocupă de această firmă.');
  await accountant.open(link);
  await expect(accountant.heading).toHaveText('La această cerere s-a răspuns deja');
});

test('a link that the owner cancels leads nowhere, not even from the page that is already open', async ({
  site: owner,
  accountant,
}) => {
  await owner.spv.root.getByRole('button', { name: /^Anulează: / }).click();
  await owner.spv.button('Anulează linkul').click();
  await expect(owner.spv.root).toContainText('Linkul este anulat.');

  await accountant.page.getByRole('button', { name: 'Continuă la ANAF' }).click();

  await expect(accountant.heading).toHaveText('Linkul nu mai este valabil');
});

test('a link expires after seven days, which both people see', async ({ site: owner, stack, link, accountant }) => {
  stack.mock.clock.advance(7 * 24 * 3600);

  await accountant.open(link);

  await expect(accountant.heading).toHaveText('Linkul a expirat');
  await owner.spv.root.getByText('Încheiate (1)').click();
  await expect(owner.spv.root.getByText(/^Expirat/)).toBeVisible();
});

test('an accountant who withdraws the access by the receipt ends the authorization of the company', async ({
  site: owner,
  accountant,
}) => {
  await accountant.authorizeAs('Mihai Contabilu');
  await expect(owner.spv.status).toHaveText('Activă');

  await accountant.withdraw();

  await expect(accountant.heading).toHaveText('Accesul a fost retras');
  await owner.openIntegration();
  await expect(owner.spv.heading).toHaveText('Autorizare pentru e-Factura în SPV');
});
