import { MemoryAdapter, SpvAuthorize } from 'spv-authorize/define';
import { assert } from './support/assert.ts';
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

    assert.includes(panel.text, 'Ce vezi în fereastra ANAF?');
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
