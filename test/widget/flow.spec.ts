import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
import { longWaits } from './support/long-waits.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

describe('<spv-authorize>, the way to ANAF', () => {
  afterEach(removePanels);

  it('says that authorization is required, and for what', async () => {
    const panel = await setup();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.includes(
      panel.text,
      'Este obligatorie pentru ca FacturaApp să poată trimite și prelua e-facturile firmei Exemplu SRL',
    );
    assert.includes(panel.text, '90 de zile');
    assert.equal(panel.line, 'open');
  });

  it('shows, without anything being opened, what is agreed to wherever it is agreed to', async () => {
    const panel = await setup();

    for (const screen of ['none', 'choose']) {
      assert.includes(panel.visibleText, 'FacturaApp ajunge numai la e-Factura.');
      assert.includes(panel.visibleText, 'Facturile trimise le văd toți cei care au acces în SPV-ul firmei.');
      assert.excludes(panel.visibleText, 'Nu vede declarațiile');
      if (screen === 'none') await panel.press('Autorizează');
    }
  });

  it('leads from the first screen to success and to the status', async () => {
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
    assert.equal(panel.window?.closed, true);
    await panel.press('Gata');
    assert.equal(panel.heading, 'e-Factura în SPV');
    assert.includes(panel.text, 'Activă');
    assert.includes(panel.text, '24.11.2027');
  });

  it('opens an empty window within the click and leads it to the attempt when the backend has answered', async () => {
    const panel = await setup({ steps: ['at-anaf'], authorizeUrl: 'https://spv.example/authorize/t1' });

    await panel.goToAnaf();

    assert.deepEqual(
      panel.windows.calls.map(({ url }) => url),
      ['about:blank'],
    );
    assert.excludes(panel.windows.calls[0]?.features ?? '', 'noopener');
    assert.deepEqual(panel.window?.addresses, ['https://spv.example/authorize/t1']);
  });

  it('shows, opens again and gives up ANAF’s window', async () => {
    const panel = await setup({ steps: ['at-anaf'], authorizeUrl: 'https://spv.example/authorize/t1' });
    await panel.goToAnaf();

    await panel.press('Arată fereastra ANAF');
    assert.equal(panel.window?.focused, 1);
    await panel.press('Redeschide');
    assert.equal(panel.windows.calls.at(-1)?.url, 'https://spv.example/authorize/t1');
    await panel.press('Renunță');
    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(panel.window?.closed, true);
    assert.includes(panel.adapter.calls.join(), 'cancelAttempt');
  });

  it('opens no window when the host prevents it', async () => {
    const panel = await setup();
    panel.element.addEventListener('spv-before-open', (event) => event.preventDefault());

    await panel.goToAnaf();

    assert.equal(panel.heading, 'Înainte să începi');
    assert.deepEqual(panel.windows.calls, []);
    assert.excludes(panel.adapter.calls.join(), 'startAttempt');
  });

  it('offers this tab when the browser blocks the window, and asks for no attempt meanwhile', async () => {
    const panel = await setup({ blocked: true });

    await panel.goToAnaf();

    assert.equal(panel.heading, 'Browserul a blocat fereastra ANAF');
    assert.equal(panel.primary, 'Continuă în această filă');
    assert.excludes(panel.adapter.calls.join(), 'startAttempt');
  });

  it('does not speak of this tab when the backend cannot lead back to it', async () => {
    const panel = await setup({ blocked: true, answer: { capabilities: [] } });

    await panel.goToAnaf();

    assert.equal(panel.primary, 'Reîncearcă');
    assert.excludes(panel.text, 'această filă');
    assert.includes(panel.text, 'Permite ferestrele pop-up pentru acest site și reîncearcă.');
  });

  it('asks the host before it opens ANAF’s window again, too', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.element.addEventListener('spv-before-open', (event) => event.preventDefault());

    await panel.press('Redeschide');

    assert.equal(panel.count('spv-before-open'), 2);
    assert.equal(panel.windows.calls.length, 1);
    assert.equal(panel.window?.closed, false);
  });

  it('asks what the person sees when they come back, and not before', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    assert.excludes(panel.text, 'Ce vezi în fereastra ANAF?');

    window.dispatchEvent(new Event('focus'));
    await panel.settled();

    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
    assert.includes(panel.text, '„Certificatul nu a fost prezentat”');
    assert.includes(panel.text, '„Your session is finished”');
  });

  it('asks after 45 seconds without the person coming back', async () => {
    const waits = longWaits(45_000);
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    waits.restore();
    assert.equal(waits.count, 1);

    waits.endAll();
    await panel.settled();

    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
  });

  it('takes a closed window for a hint: it asks, and a success still counts', async () => {
    const panel = await setup({ steps: ['at-anaf', 'at-anaf', 'succeeded'] });
    await panel.goToAnaf();

    panel.window?.close();
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
    it(`explains what it means to see: ${sight}`, async () => {
      const panel = await setup({ steps: ['at-anaf'] });
      await panel.goToAnaf();
      await panel.press('Am terminat');

      await panel.press(sight);

      assert.equal(panel.heading, 'ANAF nu te-a trimis înapoi aici');
      assert.includes(panel.one('.cause').textContent ?? '', cause);
      assert.deepEqual(panel.events.filter(({ type }) => type === 'spv-failed').length, 1);
    });
  }

  it('goes back to ANAF’s window when the person is still choosing', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    await panel.press('Am terminat');

    await panel.press('Încă aleg certificatul');

    assert.equal(panel.heading, 'Continuă în fereastra ANAF');
    assert.excludes(panel.text, 'Ce vezi în fereastra ANAF?');
    assert.equal(panel.window?.focused, 1);
  });

  it('lets a late success win over what the person reported', async () => {
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
    it(`explains ${code} in Romanian: ${cause}`, async () => {
      const panel = await setup({ steps: [failure(code, evidence)] });

      await panel.goToAnaf();

      assert.includes(panel.one('.cause').textContent ?? '', cause);
      assert.includes(panel.text, words);
      assert.equal(panel.line, 'broken');
    });
  }

  it('names issuer, serial and CUI when the certificate is another company’s', async () => {
    const certificate = { issuer: 'DigiSign Qualified CA Class 3 2017', serial: '410C77E1' };
    const panel = await setup({ steps: [failure('no-right-for-company', { certificate })] });

    await panel.goToAnaf();

    assert.includes(panel.text, 'Certificatul DigiSign cu seria 410C77E1');
    assert.equal(panel.primary, 'Copiază adresa pentru o fereastră privată');
  });

  it('puts the causes in another order at once when the person answers a question', async () => {
    const panel = await setup({ steps: [failure('access-denied', { answeredAfterSeconds: 8 })] });
    await panel.goToAnaf();
    assert.includes(panel.one('.cause').textContent ?? '', 'Nu a fost ales niciun certificat');

    panel.one('input[name="pinAsked"][value="yes"]').click();
    await panel.settled();

    assert.includes(panel.one('.cause').textContent ?? '', 'PIN-ul a fost greșit sau anulat');
    assert.includes(panel.announced, 'PIN-ul a fost greșit sau anulat');
  });

  it('keeps the answers when the same failure is read again', async () => {
    const panel = await setup({ steps: [failure('access-denied', { answeredAfterSeconds: 8 })] });
    await panel.goToAnaf();
    panel.one('input[name="pinAsked"][value="yes"]').click();

    await panel.signal();

    assert.includes(panel.one('.cause').textContent ?? '', 'PIN-ul a fost greșit sau anulat');
  });

  it('tries again with a new attempt', async () => {
    const panel = await setup({ steps: [failure('anaf-unavailable', {})] });
    await panel.goToAnaf();
    panel.adapter.script('at-anaf');

    await panel.press('Reîncearcă');

    assert.equal(panel.heading, 'Continuă în fereastra ANAF');
    assert.deepEqual(
      panel.windows.opened.map(({ closed }) => closed),
      [true, false],
    );
    assert.equal(panel.adapter.calls.filter((call) => call.startsWith('startAttempt')).length, 2);
  });

  it('does not take the old failure for a new one when its attempt is opened again in a private window', async () => {
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

  it('says that the running authorization goes on when a new one fails', async () => {
    const { exampleConnection } = await import('spv-authorize');
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
