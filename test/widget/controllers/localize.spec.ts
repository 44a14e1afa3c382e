import { MemoryAdapter, SpvAuthorize } from 'spv-authorize/define';
import { assert } from '../support/assert.ts';
import { afterEach, describe, it } from '../support/mocha.ts';
import { removePanels, setup } from '../support/panel.ts';
import { settled } from '../support/settled.ts';
import { shadowText } from '../support/text.ts';

describe('<spv-authorize>, language', () => {
  afterEach(() => {
    removePanels();
    document.documentElement.removeAttribute('lang');
    for (const wrapper of document.querySelectorAll('[data-wrapper]')) wrapper.remove();
  });

  it('the element speaks the language of its own lang attribute, and follows its changes', async () => {
    const panel = await setup({ properties: { lang: 'en' } });
    assert.equal(panel.heading, 'e-Factura authorization in SPV');

    panel.element.lang = 'ro';
    await panel.settled();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
  });

  it('the text of the live region changes with the language', async () => {
    const panel = await setup();
    await panel.announces('Autorizare pentru e-Factura în SPV');

    panel.element.lang = 'en';
    await panel.settled();

    assert.equal(panel.announced, 'e-Factura authorization in SPV');
  });

  it('the element without lang speaks the language of its nearest ancestor, across shadow roots', async () => {
    const wrapper = document.createElement('div');
    wrapper.dataset.wrapper = '';
    wrapper.lang = 'en';
    const element = new SpvAuthorize();
    element.adapter = new MemoryAdapter();
    wrapper.attachShadow({ mode: 'open' }).append(element);
    document.body.append(wrapper);
    await settled(element);

    assert.includes(shadowText(element), 'e-Factura authorization in SPV');
  });

  it('the element follows changes of the document’s lang', async () => {
    const panel = await setup({ properties: { lang: '' } });
    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');

    document.documentElement.lang = 'en';
    await panel.settled();

    assert.equal(panel.heading, 'e-Factura authorization in SPV');
  });

  it('two elements of one page can speak two languages', async () => {
    const romanian = await setup({ properties: { lang: 'ro' } });
    const english = await setup({ properties: { lang: 'en' } });

    assert.deepEqual(
      [romanian.heading, english.heading],
      ['Autorizare pentru e-Factura în SPV', 'e-Factura authorization in SPV'],
    );
  });

  it('the host’s messages replace the element’s texts', async () => {
    const panel = await setup({ properties: { messages: { ro: { none: { start: 'Conectează SPV' } } } } });

    assert.equal(panel.primary, 'Conectează SPV');
  });

  it('a language that only the host provides is completed with English texts', async () => {
    const hu = { none: { title: 'e-Factura engedélyezése az SPV-ben' } };
    const panel = await setup({ properties: { lang: 'hu-HU', messages: { hu } } });

    assert.equal(panel.heading, 'e-Factura engedélyezése az SPV-ben');
    assert.equal(panel.primary, 'Authorize');
    assert.equal(panel.one('.panel').lang, 'hu');
  });

  it('the element speaks Romanian on a page in an unknown language', async () => {
    const panel = await setup({ properties: { lang: 'de' } });

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
  });
});
