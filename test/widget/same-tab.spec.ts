import { SpvProblem } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
import { hold } from './support/hold.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';
import { until } from './support/until.ts';

const address = location.href;

describe('<spv-authorize>, in the same tab', () => {
  afterEach(() => {
    removePanels();
    sessionStorage.clear();
    history.replaceState(null, '', address);
  });

  it('continuing in this tab starts a redirect attempt, remembers only its id, and leaves the page', async () => {
    // The address of ANAF is a fragment of this page, so that going there does not end the test.
    const panel = await setup({ blocked: true, authorizeUrl: `${address}#s3cret` });
    await panel.goToAnaf();

    await panel.press('Continuă în această filă');

    assert.equal(panel.calls('startAttempt redirect'), 1);
    await until(() => location.hash === '#s3cret', 'the page was left');
    assert.deepEqual(Object.entries({ ...sessionStorage }), [['spv-authorize:attempt', 'attempt-1']]);
  });

  it('the attempt is continued after the return, and the parameter is removed from the address', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    history.replaceState(null, '', '?lang=ro&spv-attempt=attempt-7#invoices');

    const panel = await setup({ steps: ['verifying', 'succeeded'] });

    assert.equal(panel.heading, 'Verificăm drepturile certificatului');
    assert.equal(location.search + location.hash, '?lang=ro#invoices');
    await panel.signal();
    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.equal(sessionStorage.length, 0);
  });

  it('an attempt in the address that this tab did not start is ignored', async () => {
    history.replaceState(null, '', '?spv-attempt=attempt-of-somebody');

    const panel = await setup();
    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(location.search, '');
    await panel.signal();

    assert.deepEqual(panel.adapter.calls, ['readAuthorization', 'readAuthorization']);
  });

  it('the element asks what happened when the person came back without finishing', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');

    const panel = await setup({ steps: ['at-anaf'] });

    assert.includes(panel.text, 'Ce ai văzut pe pagina ANAF?');
  });

  it('a person who came back without finishing can go to ANAF again in this tab, and no text mentions a window', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: ['at-anaf'], authorizeUrl: `${address}#s3cret` });
    assert.equal(panel.heading, 'Autorizarea nu s-a încheiat');
    assert.excludes(panel.text, 'fereastr');
    assert.excludes(panel.text, 'Am terminat');

    await panel.press('Continuă la ANAF');

    const told = panel.adapter.calls.filter((call) => /cancel|start/.test(call));
    assert.deepEqual(told, ['cancelAttempt', 'startAttempt redirect']);
    await until(() => location.hash === '#s3cret', 'the page was left');
  });

  it('trying again after a failure of a redirect uses this tab again', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: [failure('anaf-unavailable')], authorizeUrl: `${address}#s3cret` });

    await panel.press('Reîncearcă');

    assert.equal(panel.calls('startAttempt redirect'), 1);
    assert.deepEqual(panel.windows.calls, []);
  });

  it('the address for a private window is shown on request after a return in the same tab', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: [failure('no-right-for-company')] });
    assert.equal(panel.has('.copy-text'), false);
    assert.includes(panel.textOf('.cause'), 'Afișează adresa, copiaz-o');
    assert.excludes(panel.textOf('.cause'), 'Copiază adresa');

    panel.adapter.script('at-anaf');
    await panel.press('Afișează adresa pentru o fereastră privată');

    assert.equal(panel.heading, 'Continuă în cealaltă fereastră');
    assert.equal(panel.one('.copy-text').matches('input'), true);
    assert.includes(panel.text, 'Copiază adresa, deschide o fereastră privată');
    assert.excludes(panel.text, 'Adresa este copiată');
    assert.deepEqual(panel.windows.calls, []);
  });
});

describe('<spv-authorize presentation="dialog">, in the same tab', () => {
  afterEach(() => {
    removePanels();
    sessionStorage.clear();
  });

  it('the dialog opens with the outcome after the return', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');

    const panel = await setup({ steps: [failure('no-right-for-company')], properties: { presentation: 'dialog' } });

    assert.equal(panel.isModal, true);
    assert.equal(panel.heading, 'Certificatul nu are drepturi pentru CUI 12345674');
  });

  it('the dialog opens with the problem when the backend cannot be reached after the return', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({
      problem: new SpvProblem('unreachable', 'scripted'),
      properties: { presentation: 'dialog' },
    });

    assert.equal(panel.isModal, true);
    assert.equal(panel.heading, 'Nu putem afla starea autorizării');
  });

  it('spv-continued is fired once when the person presses the button that continues', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({
      steps: ['succeeded'],
      properties: { presentation: 'dialog', continueLabel: 'Trimite factura' },
    });
    assert.equal(panel.count('spv-continued'), 0);

    await panel.press('Trimite factura');
    await panel.dialogIsGone();

    assert.equal(panel.count('spv-continued'), 1);
  });

  it('spv-continued is not fired when the person closes the dialog', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: ['succeeded'], properties: { presentation: 'dialog' } });

    await panel.closeDialog();

    assert.equal(panel.count('spv-continued'), 0);
  });

  it('spv-continued is not fired when a call of ensureAuthorized() is pending', async () => {
    const panel = await setup({ steps: ['succeeded'], properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');

    await panel.press('Gata');

    assert.deepEqual(await ensured, { authorized: true, proceed: true });
    await panel.dialogIsGone();
    assert.equal(panel.count('spv-continued'), 0);
  });
});

describe('<spv-authorize>, taken out of the page and put back', () => {
  afterEach(removePanels);

  it('the element stops reading while it is removed, and continues the same attempt when it is put back', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.element.remove();
    assert.deepEqual(panel.waits.pending, []);
    const before = panel.adapter.calls.length;
    await panel.signal();
    await panel.returned();

    panel.adapter.script('succeeded');
    document.body.append(panel.element);
    await panel.settled();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.deepEqual(panel.adapter.calls.slice(before), ['readAuthorization', 'readAttempt', 'readAuthorization']);
  });

  it('the question after 45 seconds at ANAF is counted from when the element was put back', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.element.remove();
    assert.deepEqual(panel.waits.pending, []);

    document.body.append(panel.element);
    panel.waits.end(45_000);
    await panel.settled();

    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
  });

  it('the element shows the checklist again when it was removed while the attempt was being started', async () => {
    const panel = await setup();
    hold(panel.adapter, 'startAttempt');
    await panel.goToAnaf();
    assert.equal(panel.heading, 'Se deschide pagina ANAF…');
    panel.element.remove();

    document.body.append(panel.element);
    await panel.settled();

    assert.equal(panel.heading, 'Înainte să începi');
    assert.equal(panel.window.closed, true);
  });
});
