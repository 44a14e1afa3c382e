import { SpvProblem } from 'spv-authorize';
import { MemoryAdapter, SpvAuthorize } from 'spv-authorize/define';
import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
import { hold } from './support/hold.ts';
import { longWaits } from './support/long-waits.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

const address = location.href;

describe('<spv-authorize>, in the same tab', () => {
  afterEach(() => {
    removePanels();
    sessionStorage.clear();
    history.replaceState(null, '', address);
  });

  it('asks for an attempt that leads back to this page, remembers its id alone, and goes', async () => {
    // A fragment of the same page stands for ANAF: going there does not end the test.
    const panel = await setup({ blocked: true, authorizeUrl: `${address}#s3cret` });
    await panel.goToAnaf();

    await panel.press('Continuă în această filă');

    assert.includes(panel.adapter.calls.join(), 'startAttempt redirect');
    assert.equal(location.hash, '#s3cret');
    assert.deepEqual(Object.entries({ ...sessionStorage }), [['spv-authorize:attempt', 'attempt-1']]);
  });

  it('goes on with the attempt after the return and takes the parameter out of the address', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    history.replaceState(null, '', '?lang=ro&spv-attempt=attempt-7#invoices');

    const panel = await setup({ steps: ['verifying', 'succeeded'] });

    assert.equal(panel.heading, 'Verificăm drepturile certificatului');
    assert.equal(location.search + location.hash, '?lang=ro#invoices');
    await panel.signal();
    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.equal(sessionStorage.length, 0);
  });

  it('ignores an attempt in the address that this tab did not begin', async () => {
    history.replaceState(null, '', '?spv-attempt=attempt-of-somebody');

    const panel = await setup();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.excludes(panel.adapter.calls.join(), 'readAttempt');
    assert.excludes(location.search, 'spv-attempt');
  });

  it('asks what happened when the person came back without finishing', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');

    const panel = await setup({ steps: ['at-anaf'] });

    assert.includes(panel.text, 'Ce ai văzut pe pagina ANAF?');
  });

  it('leads back to ANAF in this tab, and speaks of no window, when the person came back without finishing', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: ['at-anaf'], authorizeUrl: `${address}#s3cret` });
    assert.equal(panel.heading, 'Autorizarea nu s-a încheiat');
    assert.excludes(panel.text, 'fereastr');
    assert.excludes(panel.text, 'Am terminat');

    await panel.press('Continuă la ANAF');

    const told = panel.adapter.calls.filter((call) => /cancel|start/.test(call));
    assert.deepEqual(told, ['cancelAttempt', 'startAttempt redirect']);
    assert.equal(location.hash, '#s3cret');
  });

  it('tries again in this tab after a failure that came back in it', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: [failure('anaf-unavailable')], authorizeUrl: `${address}#s3cret` });

    await panel.press('Reîncearcă');

    assert.includes(panel.adapter.calls.join(), 'startAttempt redirect');
    assert.deepEqual(panel.windows.calls, []);
  });

  it('has no address after the return, says so, and shows one when it is asked for', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: [failure('no-right-for-company')] });
    assert.equal(panel.root.querySelector('.copy-text'), null);
    assert.includes(panel.one('.cause').textContent ?? '', 'Afișează adresa, copiaz-o');
    assert.excludes(panel.one('.cause').textContent ?? '', 'Copiază adresa');

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

  it('shows the outcome in its dialog after the return', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');

    const panel = await setup({ steps: [failure('no-right-for-company')], properties: { presentation: 'dialog' } });

    assert.equal(panel.root.querySelector('dialog')?.matches(':modal'), true);
    assert.equal(panel.heading, 'Certificatul nu are drepturi pentru CUI 12345674');
  });

  it('says so in its dialog when the backend cannot be reached after the return', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({
      problem: new SpvProblem('unreachable', 'scripted'),
      properties: { presentation: 'dialog' },
    });

    assert.equal(panel.root.querySelector('dialog')?.open, true);
    assert.equal(panel.heading, 'Nu putem afla starea autorizării');
  });

  it('tells the host to go on, once, when the person presses the button for it', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({
      steps: ['succeeded'],
      properties: { presentation: 'dialog', continueLabel: 'Trimite factura' },
    });
    assert.equal(panel.count('spv-continued'), 0);

    await panel.press('Trimite factura');

    assert.equal(panel.count('spv-continued'), 1);
    assert.equal(panel.root.querySelector('dialog'), null);
  });

  it('does not tell the host to go on when the person closes the dialog', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: ['succeeded'], properties: { presentation: 'dialog' } });

    panel.one('.close').click();
    await panel.settled();

    assert.equal(panel.count('spv-continued'), 0);
    assert.equal(panel.root.querySelector('dialog'), null);
  });

  it('tells no one else when a caller waits for the answer', async () => {
    const panel = await setup({ steps: ['succeeded'], properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');

    await panel.press('Gata');

    assert.deepEqual(await ensured, { authorized: true, proceed: true });
    assert.equal(panel.count('spv-continued'), 0);
  });
});

describe('<spv-authorize>, taken out of the page and put back', () => {
  afterEach(removePanels);

  it('stops reading while it is out, and goes on where it was', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.element.remove();
    const before = panel.adapter.calls.length;
    await panel.signal();
    assert.equal(panel.adapter.calls.length, before);

    panel.adapter.script('succeeded');
    document.body.append(panel.element);
    await panel.settled();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.equal(panel.adapter.calls.filter((call) => call.startsWith('startAttempt')).length, 1);
  });

  it('asks after 45 seconds at ANAF, counted from when it was put back', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.element.remove();
    const waits = longWaits(45_000);

    document.body.append(panel.element);
    waits.restore();
    waits.endAll();
    await panel.settled();

    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
  });

  it('stands at the checklist again when it was taken out while the attempt was being made', async () => {
    const panel = await setup();
    hold(panel.adapter, 'startAttempt');
    await panel.goToAnaf();
    assert.equal(panel.heading, 'Se deschide pagina ANAF…');
    panel.element.remove();

    document.body.append(panel.element);
    await panel.settled();

    assert.equal(panel.heading, 'Înainte să începi');
    assert.equal(panel.window?.closed, true);
  });
});

describe('<spv-authorize>, configuration', () => {
  const { warn } = console;
  let warnings: string[] = [];

  afterEach(() => {
    console.warn = warn;
    for (const element of document.querySelectorAll('spv-authorize')) element.remove();
  });

  async function withAttributes(attributes: Record<string, string>): Promise<SpvAuthorize> {
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
    const element = document.createElement('spv-authorize');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    await element.updateComplete;
    return element;
  }

  it('says in the page and once in the console what is missing', async () => {
    const element = await withAttributes({ 'backend-url': '/spv', lang: 'ro' });
    element.requestUpdate();
    await element.updateComplete;

    assert.includes(element.shadowRoot?.textContent ?? '', 'session-url');
    assert.equal(warnings.length, 1);
    assert.includes(warnings[0] ?? '', 'session-url="/spv-session"');
  });

  it('is right as soon as the attribute is', async () => {
    const element = await withAttributes({ presentation: 'popup', lang: 'ro' });
    element.adapter = new MemoryAdapter();
    await element.updateComplete;
    assert.includes(element.shadowRoot?.textContent ?? '', 'presentation');

    element.setAttribute('presentation', 'panel');
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));

    assert.includes(element.shadowRoot?.textContent ?? '', 'Autorizare pentru e-Factura în SPV');
  });

  it('takes properties that were set before the element was defined', async () => {
    const early = document.createElement('spv-early');
    Object.assign(early, { adapter: new MemoryAdapter(), lang: 'en' });
    document.body.append(early);
    const { define } = await import('spv-authorize/define');

    define('spv-early');
    await new Promise((resolve) => setTimeout(resolve));

    assert.includes(early.shadowRoot?.textContent ?? '', 'e-Factura authorization in SPV');
    early.remove();
  });

  it('keeps the first registration of its name', async () => {
    const { define } = await import('spv-authorize/define');

    define();

    assert.equal(customElements.get('spv-authorize'), SpvAuthorize);
  });
});
