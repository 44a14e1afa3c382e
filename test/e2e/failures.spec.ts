import { expect, personaOf, test } from './stack-test.ts';

/** A browser that shows no dialog answers faster than this; a person needs about as long. */
const personSeconds = 8;

test('cancelling the choice of a certificate is explained as no certificate chosen', async ({ site, stack }) => {
  await site.openIntegration();
  const anaf = await site.spv.start();
  await expect(anaf.page.getByRole('button', { name: 'Anulează' })).toBeVisible();
  stack.mock.clock.advance(personSeconds);
  await anaf.cancel();

  await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');
  await expect(site.spv.cause).toContainText('Cauza probabilă');
  await expect(site.spv.cause).toContainText('Nu a fost ales niciun certificat');
});

test('a wrong PIN is explained once the person says that a PIN was asked for', async ({ site, stack }) => {
  await site.openIntegration();
  const anaf = await site.spv.start();
  await anaf.choose('Ana Exemplu');
  await anaf.enterPin('0000');
  await expect(anaf.page.getByText('Au mai rămas 2 încercări')).toBeVisible();
  stack.mock.clock.advance(personSeconds);
  await anaf.cancel();
  await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');

  await site.spv.answer('Ți s-a cerut PIN-ul?', 'Da');

  await expect(site.spv.cause).toContainText('PIN-ul a fost greșit sau anulat');
  await expect(site.spv.cause).toContainText('codul PUK');
});

test('another company’s certificate is explained with its serial number', async ({ site, stack }) => {
  const { serial } = personaOf(stack.mock, 'other-company');
  await site.openIntegration();
  const anaf = await site.spv.start();
  await anaf.authorizeAs('Ioana Beta');

  await expect(site.spv.heading).toHaveText('Certificatul nu are drepturi pentru CUI 90123459');
  await expect(site.spv.cause).toContainText('Certificatul este al altei firme');
  await expect(site.spv.cause).toContainText(serial.slice(-8));
});

test('a token endpoint that does not answer is explained as ANAF not answering', async ({ site, stack }) => {
  stack.mock.scenarios.add({ name: 'token-unavailable' });
  await site.openIntegration();
  const anaf = await site.spv.start();
  await anaf.authorizeAs('Ana Exemplu');

  await expect(site.spv.heading).toHaveText('ANAF nu răspunde acum');
  await expect(site.spv.cause).toContainText('Este o problemă de comunicare cu SPV');
});

test('an answer faster than any dialog is explained as a token that is not inserted', async ({ site, stack }) => {
  stack.mock.clock.freeze();
  await site.openIntegration();
  const anaf = await site.spv.start();
  await anaf.continueWithoutToken();

  await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');
  await expect(site.spv.cause).toContainText('Browserul nu vede tokenul cu certificatul');
});

test('a person left on “Certificatul nu a fost prezentat” reports it and gets its explanation', async ({
  site,
  stack,
}) => {
  stack.mock.scenarios.add({ name: 'login-stranded' });
  await site.openIntegration();
  const anaf = await site.spv.start();
  await anaf.cancel();
  await expect(anaf.page.getByText('Certificatul nu a fost prezentat')).toBeVisible();

  await site.spv.report('„Certificatul nu a fost prezentat”');

  await expect(site.spv.heading).toHaveText('ANAF nu te-a trimis înapoi aici');
  await expect(site.spv.cause).toContainText('Nu a fost ales niciun certificat');
});

test('a person left on “Your session is finished” reports it and gets its explanation', async ({ site, stack }) => {
  stack.mock.scenarios.add({ name: 'login-stale-session' });
  await site.openIntegration();
  const anaf = await site.spv.start();
  await expect(anaf.page.getByText('Your session is finished')).toBeVisible();

  await site.spv.report('„Your session is finished”');

  await expect(site.spv.heading).toHaveText('ANAF nu te-a trimis înapoi aici');
  await expect(site.spv.cause).toContainText('ANAF ține o sesiune veche deschisă');
});

test('“Reîncearcă” after a failure opens a new window of ANAF, where the authorization succeeds', async ({ site }) => {
  await site.openIntegration();
  const anaf = await site.spv.start();
  await anaf.cancel();
  await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');

  const again = await site.spv.openWindowBy('Reîncearcă');
  await again.authorizeAs('Ana Exemplu');

  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
});

test('a reauthorization by a certificate without rights leaves the running authorization active', async ({ site }) => {
  await site.authorizeAs('Ana Exemplu');
  await site.spv.button('Reautorizează').click();
  await site.spv.chooseCertificate();
  await (await site.spv.continueToAnaf()).authorizeAs('Ioana Beta');

  await expect(site.spv.root).toContainText('Autorizarea actuală merge mai departe');
  await site.page.reload();
  await expect(site.spv.status).toHaveText('Activă');
});
