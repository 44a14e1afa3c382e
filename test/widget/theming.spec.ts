import { assert } from './support/assert.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

describe('the look of the host', () => {
  const style = document.createElement('style');

  afterEach(() => {
    style.remove();
    removePanels();
  });

  it('a host can set --spv-accent from its own custom property, and common names of custom properties have no effect', async () => {
    style.textContent = `
      :root { --accent: rgb(1, 100, 20); --ink: red; --muted: red; --space: 90px; }
      spv-authorize { --spv-accent: var(--accent); }`;
    document.head.append(style);
    const panel = await setup();

    const primary = getComputedStyle(panel.one('[part~="primary"]'));

    assert.equal(primary.backgroundColor, 'rgb(1, 100, 20)');
  });

  it('the custom properties of the host are unchanged in the footer slot', async () => {
    style.textContent = ':root { --accent: rgb(1, 100, 20); }';
    document.head.append(style);
    const panel = await setup();
    const own = document.createElement('p');
    own.slot = 'footer';
    panel.element.append(own);

    assert.equal(getComputedStyle(own).getPropertyValue('--accent'), 'rgb(1, 100, 20)');
  });
});
