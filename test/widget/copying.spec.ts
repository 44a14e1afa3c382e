import { exampleAnswer } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
import { afterEach, beforeEach, describe, it } from './support/mocha.ts';
import { type Panel, removePanels, setup } from './support/panel.ts';
import { textOf } from './support/text.ts';

describe('<spv-authorize>, copying', () => {
  let copied: string[] = [];
  let mayCopy = true;

  beforeEach(() => {
    copied = [];
    mayCopy = true;
    const writeText = async (text: string) => {
      if (!mayCopy) throw new DOMException('not allowed', 'NotAllowedError');
      copied.push(text);
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  });

  afterEach(() => {
    removePanels();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('only the button that copied says "copied"', async () => {
    const panel = await setup({ steps: [failure('access-denied', { answeredAfterSeconds: 8 })] });
    await panel.goToAnaf();

    await panel.press('Copiază detaliile');

    assert.deepEqual(labels(panel), ['Copiază adresa', 'Copiat']);
    assert.includes(copied.join(), 'failure: access-denied');
  });

  it('the element says how to copy by hand when the browser refuses to copy', async () => {
    mayCopy = false;
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();

    await panel.press('Copiază adresa');

    assert.deepEqual(labels(panel), ['Copiază adresa']);
    assert.includes(panel.text, 'Nu am putut copia. Selectează textul și copiază-l.');
  });

  it('the screen for a private window asks to copy the address by hand when it could not be copied', async () => {
    mayCopy = false;
    const panel = await setup({ steps: [failure('no-right-for-company')] });
    await panel.goToAnaf();

    await panel.press('Copiază adresa pentru o fereastră privată');

    assert.excludes(panel.text, 'Adresa este copiată');
    assert.includes(panel.text, 'Nu am putut copia');
  });

  it('no button of the next screen says "copied"', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    await panel.press('Copiază adresa');
    assert.deepEqual(labels(panel), ['Copiat']);

    panel.adapter.script(failure('anaf-unavailable'));
    await panel.signal();

    assert.deepEqual(labels(panel), ['Copiază adresa', 'Copiază detaliile (fără date secrete)']);
  });

  it('the filled button copies the details for support when the application has no e-mail address', async () => {
    const { supportEmail: _, ...application } = exampleAnswer.application;
    const panel = await setup({ answer: { application }, steps: [failure('application-refused')] });
    await panel.goToAnaf();
    assert.equal(panel.primary, 'Copiază detaliile (fără date secrete)');

    panel.one('.primary').click();
    await panel.settled();

    assert.equal(panel.primary, 'Copiat');
    assert.includes(copied.join(), 'failure: application-refused');
  });
});

function labels(panel: Panel): string[] {
  return [...panel.root.querySelectorAll('button.outlined')].map(textOf);
}
