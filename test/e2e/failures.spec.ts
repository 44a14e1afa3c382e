import { expect, test } from './stack-test.ts';

/** Longer than a browser without a dialog needs: what a person at a dialog takes. */
const personSeconds = 8;

test.describe('each cause is explained in Romanian', () => {
  test('no certificate chosen', async ({ site, stack }) => {
    await site.openIntegration();
    const anaf = await site.spv.start();
    await anaf.page.getByRole('button', { name: 'Anulează' }).waitFor();
    stack.mock.clock.advance(personSeconds);
    await anaf.cancel();

    await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');
    await expect(site.spv.root).toContainText('Cauza probabilă');
    await expect(site.spv.root).toContainText('Nu a fost ales niciun certificat');
  });

  test('wrong PIN', async ({ site, stack }) => {
    await site.openIntegration();
    const anaf = await site.spv.start();
    await anaf.choose('Ana Exemplu');
    await anaf.enterPin('0000');
    await expect(anaf.page.getByText('Au mai rămas 2 încercări')).toBeVisible();
    stack.mock.clock.advance(personSeconds);
    await anaf.cancel();
    await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');

    await site.spv.answer('Ți s-a cerut PIN-ul?', 'Da');

    await expect(site.spv.root).toContainText('PIN-ul a fost greșit sau anulat');
    await expect(site.spv.root).toContainText('codul PUK');
  });

  test('another company’s certificate, named, with the running company’s CUI', async ({ site, stack }) => {
    const other = stack.mock.personas.find(({ name }) => name === 'other-company');
    await site.openIntegration();
    const anaf = await site.spv.start();
    await anaf.authorizeAs('Ioana Beta');

    await expect(site.spv.heading).toContainText('Certificatul nu are drepturi pentru CUI');
    await expect(site.spv.root).toContainText('Certificatul este al altei firme');
    await expect(site.spv.root).toContainText(other?.serial.slice(-8) ?? 'no persona');
  });

  test('ANAF not answering', async ({ site, stack }) => {
    stack.mock.scenarios.add({ name: 'token-unavailable' });
    await site.openIntegration();
    const anaf = await site.spv.start();
    await anaf.authorizeAs('Ana Exemplu');

    await expect(site.spv.heading).toHaveText('ANAF nu răspunde acum');
    await expect(site.spv.root).toContainText('Este o problemă de comunicare cu SPV');
  });

  test('token not inserted', async ({ site, stack }) => {
    stack.mock.clock.freeze();
    await site.openIntegration();
    const anaf = await site.spv.start();
    await anaf.goOnWithoutToken();

    await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');
    await expect(site.spv.root).toContainText('Browserul nu vede tokenul cu certificatul');
  });

  test('stranded on “Certificatul nu a fost prezentat”', async ({ site, stack }) => {
    stack.mock.scenarios.add({ name: 'login-stranded' });
    await site.openIntegration();
    const anaf = await site.spv.start();
    await anaf.cancel();
    await expect(anaf.page.getByText('Certificatul nu a fost prezentat')).toBeVisible();

    await site.spv.report('„Certificatul nu a fost prezentat”');

    await expect(site.spv.heading).toHaveText('ANAF nu te-a trimis înapoi aici');
    await expect(site.spv.root).toContainText('Nu a fost ales niciun certificat');
  });

  test('stranded on “Your session is finished”', async ({ site, stack }) => {
    stack.mock.scenarios.add({ name: 'login-stale-session' });
    await site.openIntegration();
    const anaf = await site.spv.start();
    await expect(anaf.page.getByText('Your session is finished')).toBeVisible();

    await site.spv.report('„Your session is finished”');

    await expect(site.spv.heading).toHaveText('ANAF nu te-a trimis înapoi aici');
    await expect(site.spv.root).toContainText('sesiun');
  });
});

test('after a failure the same attempt opened again can still succeed', async ({ site }) => {
  await site.openIntegration();
  const anaf = await site.spv.start();
  await anaf.cancel();
  await expect(site.spv.heading).toHaveText('ANAF nu a primit un certificat valabil');

  const again = await site.spv.openAgain('Reîncearcă');
  await again.authorizeAs('Ana Exemplu');

  await expect(site.spv.heading).toHaveText('Gata, e-Factura este autorizată');
});

test('a right that fails leaves the running authorization as it was', async ({ site }) => {
  await site.openIntegration();
  await (await site.spv.start()).authorizeAs('Ana Exemplu');
  await site.spv.button('Gata').click();
  await site.spv.button('Reautorizează').click();
  await site.spv.chooseCertificate();
  await (await site.spv.continueToAnaf()).authorizeAs('Ioana Beta');

  await expect(site.spv.root).toContainText('Autorizarea actuală merge mai departe');
  await site.page.reload();
  await expect(site.spv.root).toContainText('Activă');
});
