import { exampleAnswer } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
import { afterEach, beforeEach, describe, it } from './support/mocha.ts';
import { type Panel, removePanels, setup } from './support/panel.ts';

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

  it('says "copied" on the button that copied and on no other', async () => {
    const panel = await setup({ steps: [failure('access-denied', { answeredAfterSeconds: 8 })] });
    await panel.goToAnaf();

    await panel.press('Copiază detaliile');

    assert.deepEqual(labels(panel), ['Copiază adresa', 'Copiat']);
    assert.includes(copied.join(), 'failure: access-denied');
  });

  it('does not say "copied" when the browser refused, and says what to do instead', async () => {
    mayCopy = false;
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();

    await panel.press('Copiază adresa');

    assert.deepEqual(labels(panel), ['Copiază adresa']);
    assert.includes(panel.text, 'Nu am putut copia. Selectează textul și copiază-l.');
  });

  it('asks to copy the address by hand when the way to a private window could not copy it', async () => {
    mayCopy = false;
    const panel = await setup({ steps: [failure('no-right-for-company')] });
    await panel.goToAnaf();

    await panel.press('Copiază adresa pentru o fereastră privată');

    assert.excludes(panel.text, 'Adresa este copiată');
    assert.includes(panel.text, 'Nu am putut copia');
  });

  it('forgets on the next screen what was copied on the one before', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    await panel.press('Copiază adresa');
    assert.deepEqual(labels(panel), ['Copiat']);

    panel.adapter.script(failure('anaf-unavailable'));
    await panel.signal();

    assert.deepEqual(labels(panel), ['Copiază adresa', 'Copiază detaliile (fără date secrete)']);
  });

  it('gives the person the details for support where the application has no address', async () => {
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

function labels(panel: Panel): (string | undefined)[] {
  return [...panel.root.querySelectorAll('button.outlined')].map((button) => button.textContent?.trim());
}
