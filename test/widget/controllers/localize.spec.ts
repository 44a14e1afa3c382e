import { MemoryAdapter, SpvAuthorize } from 'spv-authorize/define';
import { assert } from '../support/assert.ts';
import { afterEach, describe, it } from '../support/mocha.ts';
import { removePanels, setup } from '../support/panel.ts';
import { until } from '../support/until.ts';

describe('<spv-authorize>, language', () => {
  afterEach(() => {
    removePanels();
    document.documentElement.removeAttribute('lang');
    for (const wrapper of document.querySelectorAll('[data-wrapper]')) wrapper.remove();
  });

  it('follows its own lang, and changes with it', async () => {
    const panel = await setup({ properties: { lang: 'en' } });
    assert.equal(panel.heading, 'e-Factura authorization in SPV');

    panel.element.lang = 'ro';
    await panel.settled();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
  });

  it('changes what the live region holds with it', async () => {
    const panel = await setup();
    await until(() => panel.announced === 'Autorizare pentru e-Factura în SPV', 'the region is filled');

    panel.element.lang = 'en';
    await panel.settled();

    assert.equal(panel.announced, 'e-Factura authorization in SPV');
  });

  it('takes the nearest ancestor’s lang, through shadow roots', async () => {
    const wrapper = document.createElement('div');
    wrapper.dataset.wrapper = '';
    wrapper.lang = 'en';
    const element = new SpvAuthorize();
    element.adapter = new MemoryAdapter();
    wrapper.attachShadow({ mode: 'open' }).append(element);
    document.body.append(wrapper);
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));

    assert.includes(element.shadowRoot?.textContent ?? '', 'e-Factura authorization in SPV');
  });

  it('follows the document’s lang when it changes', async () => {
    const panel = await setup({ properties: { lang: '' } });
    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');

    document.documentElement.lang = 'en';
    await panel.settled();

    assert.equal(panel.heading, 'e-Factura authorization in SPV');
  });

  it('lets two elements speak two languages', async () => {
    const romanian = await setup({ properties: { lang: 'ro' } });
    const english = await setup({ properties: { lang: 'en' } });

    assert.deepEqual(
      [romanian.heading, english.heading],
      ['Autorizare pentru e-Factura în SPV', 'e-Factura authorization in SPV'],
    );
  });

  it('takes the host’s own wording', async () => {
    const panel = await setup({ properties: { messages: { ro: { none: { start: 'Conectează SPV' } } } } });

    assert.equal(panel.primary, 'Conectează SPV');
  });

  it('learns a third language from the host, and speaks English where the host is silent', async () => {
    const hu = { none: { title: 'e-Factura engedélyezése az SPV-ben' } };
    const panel = await setup({ properties: { lang: 'hu-HU', messages: { hu } } });

    assert.equal(panel.heading, 'e-Factura engedélyezése az SPV-ben');
    assert.equal(panel.primary, 'Authorize');
    assert.equal(panel.one('.panel').lang, 'hu');
  });

  it('shows Romanian on a page in a language that nobody added', async () => {
    const panel = await setup({ properties: { lang: 'de' } });

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
  });
});
