import { exampleConnection } from 'spv-authorize';
import { exampleAnswer } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';
import { textOf } from './support/text.ts';
import { until } from './support/until.ts';

describe('<spv-authorize>, the way to ANAF', () => {
  afterEach(removePanels);

  it('the first screen says that authorization is required, and for what', async () => {
    const panel = await setup();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.includes(
      panel.text,
      'Este obligatorie pentru ca FacturaApp să poată trimite și prelua e-facturile firmei Exemplu SRL',
    );
    assert.includes(panel.text, '90 de zile');
    assert.equal(panel.line, 'open');
  });

  it('the screens on which a person agrees show what they agree to without opening anything', async () => {
    const panel = await setup();

    for (const screen of ['none', 'choose']) {
      assert.includes(panel.visibleText, 'FacturaApp ajunge numai la e-Factura.');
      assert.includes(panel.visibleText, 'Facturile trimise le văd toți cei care au acces în SPV-ul firmei.');
      assert.excludes(panel.visibleText, 'Nu vede declarațiile');
      if (screen === 'none') await panel.press('Autorizează');
    }
  });

  it('the flow leads from the first screen to the success and the status', async () => {
    const panel = await setup({ steps: ['at-anaf', 'verifying', 'succeeded'] });

    await panel.press('Autorizează');
    assert.equal(panel.heading, 'Cine are certificatul digital pentru firmă?');
    await panel.press('Am acces cu certificat digital');
    assert.equal(panel.heading, 'Înainte să începi');
    assert.includes(panel.text, 'CUI 12345674');
    await panel.press('Continuă la ANAF');
    assert.equal(panel.heading, 'Continuă în fereastra ANAF');
    assert.equal(panel.line, 'moving');
    await panel.signal();
    assert.equal(panel.heading, 'Verificăm drepturile certificatului');
    await panel.signal();
    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.equal(panel.line, 'closed');
    assert.equal(panel.window.closed, true);
    await panel.press('Gata');
    assert.equal(panel.heading, 'e-Factura în SPV');
    assert.includes(panel.text, 'Activă');
    assert.includes(panel.text, '24.11.2027');
  });

  it('the click opens an empty window, which goes to the attempt’s address when the backend has answered', async () => {
    const panel = await setup({ steps: ['at-anaf'], authorizeUrl: 'https://spv.example/authorize/t1' });

    await panel.goToAnaf();

    assert.deepEqual(
      panel.windows.calls.map(({ url }) => url),
      ['about:blank'],
    );
    const [features] = panel.windows.calls.map((call) => call.features);
    assert.includes(features, 'popup');
    assert.excludes(features, 'noopener');
    assert.deepEqual(panel.window.addresses, ['https://spv.example/authorize/t1']);
  });

  it('ANAF’s window can be shown, opened again and given up', async () => {
    const panel = await setup({ steps: ['at-anaf'], authorizeUrl: 'https://spv.example/authorize/t1' });
    await panel.goToAnaf();

    await panel.press('Arată fereastra ANAF');
    assert.equal(panel.window.focused, 1);
    await panel.press('Redeschide');
    assert.deepEqual(
      panel.windows.calls.map(({ url }) => url),
      ['about:blank', 'about:blank'],
    );
    assert.deepEqual(panel.window.addresses, ['https://spv.example/authorize/t1']);
    await panel.press('Renunță');
    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(panel.window.closed, true);
    assert.equal(panel.calls('cancelAttempt'), 1);
  });

  it('no window opens and no attempt starts when the host prevents spv-before-open', async () => {
    const panel = await setup();
    panel.element.addEventListener('spv-before-open', (event) => event.preventDefault(), { once: true });

    await panel.goToAnaf();
    assert.equal(panel.heading, 'Înainte să începi');
    await panel.press('Continuă la ANAF');

    assert.equal(panel.windows.calls.length, 1);
    assert.equal(panel.calls('startAttempt'), 1);
  });

  it('a blocked window leads to the offer of this tab, and starts no attempt', async () => {
    const panel = await setup({ blocked: true });

    await panel.goToAnaf();

    assert.equal(panel.heading, 'Browserul a blocat fereastra ANAF');
    assert.equal(panel.primary, 'Continuă în această filă');
    await panel.press('Reîncearcă');
    assert.equal(panel.heading, 'Browserul a blocat fereastra ANAF');
    assert.equal(panel.calls('startAttempt'), 0);
  });

  it('this tab is not offered for a blocked window when the backend lacks the capability redirect', async () => {
    const panel = await setup({ blocked: true, answer: { capabilities: [] } });

    await panel.goToAnaf();

    assert.equal(panel.primary, 'Reîncearcă');
    assert.excludes(panel.text, 'această filă');
    assert.includes(panel.text, 'Permite ferestrele pop-up pentru acest site și reîncearcă.');
  });

  it('spv-before-open is fired before ANAF’s window opens again', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.element.addEventListener('spv-before-open', (event) => event.preventDefault());

    await panel.press('Redeschide');

    assert.equal(panel.count('spv-before-open'), 2);
    assert.equal(panel.windows.calls.length, 1);
    assert.equal(panel.window.closed, false);
  });

  it('the element asks what the person sees when they come back, and not before', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    assert.excludes(panel.text, 'Ce vezi în fereastra ANAF?');

    window.dispatchEvent(new Event('focus'));
    await panel.settled();

    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
    assert.includes(panel.text, '„Certificatul nu a fost prezentat”');
    assert.includes(panel.text, '„Your session is finished”');
  });

  it('the element asks what the person sees after 45 seconds at ANAF', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    assert.excludes(panel.text, 'Ce vezi în fereastra ANAF?');

    panel.waits.end(45_000);
    await panel.settled();

    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
  });

  it('a window that seems closed leads to the question, and a later success still counts', async () => {
    const panel = await setup({ steps: ['at-anaf', 'at-anaf', 'succeeded'] });
    await panel.goToAnaf();

    panel.window.close();
    await panel.signal();
    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
    assert.equal(panel.heading, 'Fereastra ANAF pare închisă');
    assert.excludes(panel.text, 'Nu închide fereastra');
    assert.equal(panel.primary, 'Redeschide fereastra ANAF');
    await panel.signal();
    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
  });

  const sights = [
    ['Am închis-o', 'Fereastra ANAF s-a închis prea devreme'],
    ['„Certificatul nu a fost prezentat”', 'Nu a fost ales niciun certificat'],
    ['„Your session is finished”', 'ANAF ține o sesiune veche deschisă'],
    ['„Request Rejected”', 'Filtrul de protecție ANAF a respins cererea'],
    ['O eroare a browserului', 'Browserul nu a putut deschide pagina ANAF'],
    ['Nimic', 'Fereastra ANAF s-a închis prea devreme'],
  ] as const;
  for (const [sight, cause] of sights) {
    it(`the answer "${sight}" is explained by: ${cause}`, async () => {
      const panel = await setup({ steps: ['at-anaf'] });
      await panel.goToAnaf();
      await panel.press('Am terminat');

      await panel.press(sight);

      assert.equal(panel.heading, 'ANAF nu te-a trimis înapoi aici');
      assert.includes(panel.textOf('.cause'), cause);
      assert.equal(panel.count('spv-failed'), 1);
    });
  }

  it('the answer "still choosing" shows ANAF’s window and removes the question', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    await panel.press('Am terminat');

    await panel.press('Încă aleg certificatul');

    assert.equal(panel.heading, 'Continuă în fereastra ANAF');
    assert.excludes(panel.text, 'Ce vezi în fereastra ANAF?');
    assert.equal(panel.window.focused, 1);
  });

  it('a late success replaces the failure that the person reported', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    await panel.press('Am terminat');
    await panel.press('„Your session is finished”');

    panel.adapter.script('succeeded');
    await panel.signal();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
  });

  const specified = [
    [
      'access-denied',
      { answeredAfterSeconds: 8 },
      'Nu a fost ales niciun certificat',
      'PIN-ul a fost greșit sau anulat',
    ],
    [
      'access-denied',
      { answeredAfterSeconds: 0.4 },
      'Browserul nu vede tokenul cu certificatul',
      'Tokenul USB nu este conectat',
    ],
    [
      'no-right-for-company',
      {},
      'Certificatul este al altei firme',
      'nu are drepturi în SPV pentru Exemplu SRL (CUI 12345674)',
    ],
    ['anaf-unavailable', {}, 'Serverele ANAF nu răspund', 'problemă de comunicare cu SPV'],
  ] as const;
  for (const [code, evidence, cause, words] of specified) {
    it(`the failure ${code} is explained in Romanian by: ${cause}`, async () => {
      const panel = await setup({ steps: [failure(code, evidence)] });

      await panel.goToAnaf();

      assert.includes(panel.textOf('.cause'), cause);
      assert.includes(panel.text, words);
      assert.equal(panel.line, 'broken');
    });
  }

  it('the cause of a failure has a link to its section of the help in the language of the element', async () => {
    const application = { ...exampleAnswer.application, helpUrl: 'https://app.example/spv/help' };
    const panel = await setup({ steps: [failure('anaf-unavailable')], answer: { application } });
    const link = () => panel.one('.cause a');

    await panel.goToAnaf();
    assert.includes(textOf(link()), 'Mai multe despre această eroare');
    assert.equal(link().getAttribute('href'), 'https://app.example/spv/help/ro#anaf-not-answering');
    assert.equal(link().getAttribute('target'), '_blank');
    panel.element.lang = 'en';

    await until(() => textOf(link()).includes('More about this error'), 'the link is in English');
    assert.equal(link().getAttribute('href'), 'https://app.example/spv/help/en#anaf-not-answering');
  });

  it('the cause of a failure has no link when the application has no help', async () => {
    const panel = await setup({ steps: [failure('anaf-unavailable')] });

    await panel.goToAnaf();

    assert.includes(panel.textOf('.cause'), 'Serverele ANAF nu răspund');
    assert.equal(panel.root.querySelector('.cause a'), null);
  });

  it('the failure of another company’s certificate names issuer, serial and CUI', async () => {
    const certificate = { issuer: 'DigiSign Qualified CA Class 3 2017', serial: '410C77E1' };
    const panel = await setup({ steps: [failure('no-right-for-company', { certificate })] });

    await panel.goToAnaf();

    assert.includes(panel.text, 'Certificatul DigiSign cu seria 410C77E1');
    assert.equal(panel.primary, 'Copiază adresa pentru o fereastră privată');
  });

  it('an answer to a question changes the order of the causes at once', async () => {
    const panel = await setup({ steps: [failure('access-denied', { answeredAfterSeconds: 8 })] });
    await panel.goToAnaf();
    assert.includes(panel.textOf('.cause'), 'Nu a fost ales niciun certificat');

    panel.one('input[name="pinAsked"][value="yes"]').click();
    await panel.settled();

    assert.includes(panel.textOf('.cause'), 'PIN-ul a fost greșit sau anulat');
    await until(() => panel.announced.includes('PIN-ul a fost greșit sau anulat'), 'the first cause is announced');
  });

  it('the answers stay when the same failure is read again', async () => {
    const panel = await setup({ steps: [failure('access-denied', { answeredAfterSeconds: 8 })] });
    await panel.goToAnaf();
    panel.one('input[name="pinAsked"][value="yes"]').click();
    await panel.settled();
    const reads = panel.calls('readAttempt');

    await panel.signal();

    assert.equal(panel.calls('readAttempt'), reads + 1);
    assert.includes(panel.textOf('.cause'), 'PIN-ul a fost greșit sau anulat');
  });

  it('trying again closes the old window and starts a new attempt', async () => {
    const panel = await setup({ steps: [failure('anaf-unavailable', {})] });
    await panel.goToAnaf();
    panel.adapter.script('at-anaf');

    await panel.press('Reîncearcă');

    assert.equal(panel.heading, 'Continuă în fereastra ANAF');
    assert.deepEqual(
      panel.windows.opened.map(({ closed }) => closed),
      [true, false],
    );
    assert.equal(panel.calls('startAttempt'), 2);
  });

  it('the old failure is not shown again while its attempt is open in a private window', async () => {
    const panel = await setup({ steps: [failure('no-right-for-company', {})] });
    await panel.goToAnaf();

    await panel.press('Copiază adresa pentru o fereastră privată');
    await panel.signal();
    assert.equal(panel.heading, 'Continuă în cealaltă fereastră');
    panel.adapter.script('verifying', 'succeeded');
    await panel.signal();
    await panel.signal();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
  });

  it('a failed reauthorization says that the current authorization stays', async () => {
    const panel = await setup({
      answer: { authorization: exampleConnection },
      steps: [failure('anaf-unavailable', {})],
    });
    await panel.press('Reautorizează');
    await panel.press('Am acces cu certificat digital');

    await panel.press('Continuă la ANAF');

    assert.equal(panel.heading, 'ANAF nu răspunde acum');
    assert.includes(panel.text, 'Autorizarea actuală merge mai departe.');
    assert.equal(panel.line, 'closed');
  });
});
