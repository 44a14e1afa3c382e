import { sendKeys } from '@web/test-runner-commands';
import { exampleConnection, SpvProblem } from 'spv-authorize';
import { diagnose } from 'spv-authorize/contract';
import { assert } from './support/assert.ts';
import { hold } from './support/hold.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { type Panel, removePanels, setup } from './support/panel.ts';

describe('<spv-authorize>, by keyboard alone', () => {
  afterEach(removePanels);

  it('the keyboard alone leads from the first screen to the status', async () => {
    const panel = await setup({ steps: ['at-anaf'] });

    await tabTo(panel, 'Autorizează');
    await press(panel, 'Enter');
    assert.includes(panel.focused, 'Am acces cu certificat digital');
    await press(panel, 'Enter');
    await tabTo(panel, 'Continuă la ANAF');
    await press(panel, ' ');
    await tabTo(panel, 'Am terminat');
    await press(panel, 'Enter');
    panel.adapter.script('succeeded');
    await panel.signal();
    await tabTo(panel, 'Gata');
    await press(panel, 'Enter');

    assert.equal(panel.heading, 'e-Factura în SPV');
  });

  it('the arrow keys answer the questions of a failure', async () => {
    const evidence = { answeredAfterSeconds: 8 };
    const failure = {
      code: 'access-denied',
      retryable: true,
      evidence,
      diagnosis: diagnose('access-denied', evidence),
    } as const;
    const panel = await setup({ steps: [failure] });
    await panel.goToAnaf();
    assert.equal(panel.focused, 'ANAF nu a primit un certificat valabil');

    await press(panel, 'Tab');
    await press(panel, 'ArrowDown');
    await press(panel, 'Tab');
    await press(panel, ' ');

    const chosen = [...panel.root.querySelectorAll<HTMLInputElement>('input:checked')];
    assert.deepEqual(
      chosen.map(({ name, value }) => `${name} ${value}`),
      ['chooserSeen no', 'pinAsked yes'],
    );
    assert.includes(panel.textOf('.cause'), 'PIN-ul a fost greșit sau anulat');
  });

  it('Enter opens and closes a collapsed section', async () => {
    const panel = await setup();
    const isOpen = () => panel.has('details[open]');
    assert.equal(isOpen(), false);

    await tabTo(panel, 'Ce vede și ce nu vede aplicația');
    await press(panel, 'Enter');
    assert.equal(isOpen(), true);
    await press(panel, 'Enter');
    assert.equal(isOpen(), false);
  });

  it('Escape closes the dialog', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    await press(panel, 'Escape');

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
  });

  it('Escape after a success resolves without proceed', async () => {
    const panel = await setup({ steps: ['succeeded'], properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');

    await press(panel, 'Escape');

    assert.deepEqual(await ensured, { authorized: true, proceed: false });
  });

  it('focus stays in the element while it tries to reach the backend again', async () => {
    for (const presentation of ['panel', 'dialog'] as const) {
      const panel = await setup({
        problem: new SpvProblem('unreachable', 'scripted'),
        properties: { presentation },
      });
      if (presentation === 'dialog') panel.element.open();
      await panel.settled();
      const { release } = hold(panel.adapter, 'readAuthorization');

      await tabTo(panel, 'Încearcă din nou');
      await press(panel, 'Enter');
      assert.equal(panel.focused, 'Se verifică autorizarea…', presentation);
      release();
      await panel.settled();

      assert.equal(panel.focused, 'Autorizare pentru e-Factura în SPV', presentation);
      panel.remove();
    }
  });

  it('focus stays in the element while the company is disconnected, and a second press has no effect', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection } });
    const { calls, release } = hold(panel.adapter, 'disconnect');
    await panel.press('Deconectează');
    await tabTo(panel, 'Deconectează');
    await press(panel, 'Enter');
    assert.equal(panel.focused, 'Se deconectează…');
    assert.equal(panel.one('.danger').getAttribute('aria-disabled'), 'true');
    await press(panel, 'Enter');
    assert.equal(calls(), 1);
    release();
    await panel.settled();

    assert.equal(panel.focused, 'Autorizare pentru e-Factura în SPV');
  });
});

async function press(panel: Panel, key: string): Promise<void> {
  await sendKeys({ press: key });
  await panel.settled();
}

/** Presses Tab until the element with this name has focus; gives up after 15 times. */
async function tabTo(panel: Panel, name: string): Promise<void> {
  for (let count = 0; count < 15; count += 1) {
    if (panel.focused === name) return;
    await press(panel, 'Tab');
  }
  throw new Error(`Tab does not reach "${name}"; it stopped at "${panel.focused}"`);
}
