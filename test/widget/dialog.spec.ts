import { exampleConnection, MemoryAdapter, SpvProblem } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { hold } from './support/hold.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

describe('<spv-authorize>, ensureAuthorized()', () => {
  afterEach(() => {
    removePanels();
    for (const button of document.querySelectorAll('button')) button.remove();
  });

  it('resolves at once, without a dialog, when the company is authorized', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection }, properties: { presentation: 'dialog' } });

    const outcome = await panel.element.ensureAuthorized();

    assert.deepEqual(outcome, { authorized: true, proceed: true });
    assert.equal(panel.root.querySelector('dialog'), null);
  });

  it('asks the backend anew: somebody may have authorized since the page was loaded', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    panel.adapter.authorize();

    assert.deepEqual(await panel.element.ensureAuthorized(), { authorized: true, proceed: true });
  });

  it('shows nothing in the page until then', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });

    assert.equal(panel.root.querySelector('.panel'), null);
  });

  it('leads through the flow in a modal dialog and resolves when the person goes on', async () => {
    const panel = await setup({
      steps: ['succeeded'],
      properties: { presentation: 'dialog', continueLabel: 'Trimite factura' },
    });

    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    assert.equal(panel.root.querySelector('dialog')?.matches(':modal'), true);
    assert.equal(panel.heading, 'Cine are certificatul digital pentru firmă?');
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');
    await panel.signal();
    assert.equal(panel.primary, 'Trimite factura');
    await panel.press('Trimite factura');

    assert.deepEqual(await ensured, { authorized: true, proceed: true });
    assert.equal(panel.root.querySelector('dialog'), null);
  });

  it('resolves with "not authorized" when the person closes the dialog, and gives focus back', async () => {
    const button = document.createElement('button');
    button.textContent = 'Trimite e-Factura';
    document.body.append(button);
    const panel = await setup({ properties: { presentation: 'dialog' } });
    button.focus();
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    panel.one('.close').click();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
    assert.equal(document.activeElement, button);
  });

  it('resolves two callers with one dialog', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });

    const both = Promise.all([panel.element.ensureAuthorized(), panel.element.ensureAuthorized()]);
    await panel.settled();
    panel.one('.close').click();

    assert.deepEqual(await both, [
      { authorized: false, proceed: false },
      { authorized: false, proceed: false },
    ]);
  });

  it('keeps what was known a moment ago when the backend is silent now', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection }, properties: { presentation: 'dialog' } });
    panel.adapter.failNext(new SpvProblem('unreachable', 'scripted'));

    const outcome = await panel.element.ensureAuthorized();

    assert.deepEqual(outcome, { authorized: true, proceed: true });
    assert.equal(panel.root.querySelector('dialog'), null);
  });

  it('explains in the dialog that the backend cannot be reached, and leads on when it can', async () => {
    const panel = await setup({
      answer: { authorization: exampleConnection },
      problem: new SpvProblem('unreachable', 'scripted'),
      properties: { presentation: 'dialog', continueLabel: 'Trimite factura' },
    });
    panel.adapter.failNext(new SpvProblem('unreachable', 'scripted'));
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    assert.equal(panel.heading, 'Nu putem afla starea autorizării');

    await panel.press('Încearcă din nou');
    assert.equal(panel.heading, 'e-Factura în SPV');
    assert.equal(panel.primary, 'Trimite factura');
    await panel.press('Trimite factura');

    assert.deepEqual(await ensured, { authorized: true, proceed: true });
    assert.equal(panel.root.querySelector('dialog'), null);
  });

  it('does not go on when the person closes the dialog after the success', async () => {
    const panel = await setup({ steps: ['succeeded'], properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');
    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');

    panel.one('.close').click();

    assert.deepEqual(await ensured, { authorized: true, proceed: false });
  });

  it('gives two callers of an authorized company their answer without a dialog', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const { release } = hold(panel.adapter, 'readAuthorization');
    panel.adapter.authorize();

    const both = [panel.element.ensureAuthorized(), panel.element.ensureAuthorized()];
    await panel.settled();
    release();

    const yes = { authorized: true, proceed: true };
    assert.deepEqual(await Promise.all(both), [yes, yes]);
    assert.equal(panel.root.querySelector('dialog'), null);
  });

  it('resolves when the element leaves the page while the backend is asked', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    hold(panel.adapter, 'readAuthorization');
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    panel.element.remove();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
  });

  it('asks for no second authorization while one is being checked, and leads on when it is', async () => {
    const checking = { ...exampleConnection, status: 'checking', rights: { verdict: 'unknown' } } as const;
    const panel = await setup({ answer: { authorization: checking }, properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    assert.equal(panel.heading, 'e-Factura în SPV');
    assert.includes(panel.text, 'Se verifică');

    panel.adapter.authorize();
    await panel.signal();
    await panel.press('Continuă');

    assert.deepEqual(await ensured, { authorized: true, proceed: true });
  });

  it('lets go who waits when another adapter takes the place of the one that was asked', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    panel.element.adapter = new MemoryAdapter();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
  });

  it('resolves with "not authorized" when the element is taken out of the page', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    panel.element.remove();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
  });

  it('still tells of a success after the dialog was closed', async () => {
    const panel = await setup({ steps: ['at-anaf'], properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');
    panel.one('.close').click();
    assert.deepEqual(await ensured, { authorized: false, proceed: false });

    panel.adapter.script('succeeded');
    await panel.signal();

    assert.equal(panel.events.filter(({ type }) => type === 'spv-authorized').length, 1);
  });
});

describe('<spv-authorize>, open()', () => {
  afterEach(removePanels);

  it('shows the status in the dialog', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection } });

    panel.element.open();
    await panel.settled();

    assert.equal(panel.root.querySelector('dialog')?.open, true);
    assert.equal(panel.heading, 'e-Factura în SPV');
    assert.equal(panel.focused, 'e-Factura în SPV');
  });
});
