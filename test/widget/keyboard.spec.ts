import { sendKeys } from '@web/test-runner-commands';
import { diagnose } from 'spv-authorize/contract';
import { assert } from './support/assert.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { type Panel, removePanels, setup } from './support/panel.ts';

describe('<spv-authorize>, by keyboard alone', () => {
  afterEach(removePanels);

  it('goes from the first screen to the status', async () => {
    const panel = await setup({ steps: ['at-anaf'] });

    await tabTo(panel, 'Autorizează');
    await press(panel, 'Enter');
    assert.includes(panel.focused ?? '', 'Am acces cu certificat digital');
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

  it('answers the questions of a failure with the arrow keys', async () => {
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
    assert.includes(panel.one('.cause').textContent ?? '', 'PIN-ul a fost greșit sau anulat');
  });

  it('opens and closes what is collapsed', async () => {
    const panel = await setup();
    const details = panel.root.querySelector('details');

    await tabTo(panel, 'Ce vede și ce nu vede aplicația');
    await press(panel, 'Enter');
    assert.equal(details?.open, true);
    await press(panel, 'Enter');
    assert.equal(details?.open, false);
  });

  it('leaves the dialog with Escape', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    await press(panel, 'Escape');

    assert.deepEqual(await ensured, { authorized: false });
  });
});

async function press(panel: Panel, key: string): Promise<void> {
  await sendKeys({ press: key });
  await panel.settled();
}

/** Presses Tab until what is wanted has focus; gives up after going round. */
async function tabTo(panel: Panel, name: string): Promise<void> {
  for (let count = 0; count < 15; count += 1) {
    if (panel.focused === name) return;
    await press(panel, 'Tab');
  }
  throw new Error(`Tab does not reach "${name}"; it stopped at "${panel.focused}"`);
}
