import { exampleConnection, MemoryAdapter, SpvProblem } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { hold } from './support/hold.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';
import { until } from './support/until.ts';

describe('<spv-authorize>, ensureAuthorized()', () => {
  afterEach(() => {
    removePanels();
    for (const button of document.querySelectorAll('button')) button.remove();
  });

  it('ensureAuthorized() resolves at once, without a dialog, when the company is authorized', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection }, properties: { presentation: 'dialog' } });

    const outcome = await panel.element.ensureAuthorized();
    await panel.settled();

    assert.deepEqual(outcome, { authorized: true, proceed: true });
    assert.equal(panel.has('dialog'), false);
  });

  it('ensureAuthorized() reads the authorization again, because it may have changed since the page was loaded', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    panel.adapter.authorize();

    assert.deepEqual(await panel.element.ensureAuthorized(), { authorized: true, proceed: true });
  });

  it('the element with presentation="dialog" shows nothing until it is opened', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });

    assert.equal(panel.has('.panel'), false);
    panel.element.open();
    await panel.settled();
    assert.equal(panel.has('.panel'), true);
  });

  it('ensureAuthorized() leads through the flow in a modal dialog and resolves when the person continues', async () => {
    const panel = await setup({
      steps: ['succeeded'],
      properties: { presentation: 'dialog', continueLabel: 'Trimite factura' },
    });

    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    assert.equal(panel.isModal, true);
    assert.equal(panel.heading, 'Cine are certificatul digital pentru firmă?');
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');
    await panel.signal();
    assert.equal(panel.primary, 'Trimite factura');
    await panel.press('Trimite factura');

    assert.deepEqual(await ensured, { authorized: true, proceed: true });
    await panel.dialogIsGone();
  });

  it('ensureAuthorized() resolves with "not authorized" when the person closes the dialog, and focus returns to the page', async () => {
    const button = document.createElement('button');
    button.textContent = 'Trimite e-Factura';
    document.body.append(button);
    const panel = await setup({ properties: { presentation: 'dialog' } });
    button.focus();
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    await panel.closeDialog();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
    await until(
      () => document.activeElement === button,
      () => `focus returns to the button; it is on ${document.activeElement?.localName}`,
    );
  });

  it('two calls of ensureAuthorized() share one dialog', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });

    const both = Promise.all([panel.element.ensureAuthorized(), panel.element.ensureAuthorized()]);
    await panel.settled();
    await panel.closeDialog();

    assert.deepEqual(await both, [
      { authorized: false, proceed: false },
      { authorized: false, proceed: false },
    ]);
  });

  it('ensureAuthorized() relies on the last answer when the backend does not answer', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection }, properties: { presentation: 'dialog' } });
    panel.adapter.failNext(new SpvProblem('unreachable', 'scripted'));

    const outcome = await panel.element.ensureAuthorized();
    await panel.settled();

    assert.deepEqual(outcome, { authorized: true, proceed: true });
    assert.equal(panel.has('dialog'), false);
  });

  it('the dialog explains that the backend cannot be reached, and continues when it can be reached again', async () => {
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
    await panel.dialogIsGone();
  });

  it('ensureAuthorized() resolves without proceed when the person closes the dialog after the success', async () => {
    const panel = await setup({ steps: ['succeeded'], properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');
    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');

    await panel.closeDialog();

    assert.deepEqual(await ensured, { authorized: true, proceed: false });
  });

  it('two calls of ensureAuthorized() for an authorized company resolve without a dialog', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const { release } = hold(panel.adapter, 'readAuthorization');
    panel.adapter.authorize();

    const both = [panel.element.ensureAuthorized(), panel.element.ensureAuthorized()];
    await panel.settled();
    release();

    const yes = { authorized: true, proceed: true };
    assert.deepEqual(await Promise.all(both), [yes, yes]);
    await panel.settled();
    assert.equal(panel.has('dialog'), false);
  });

  it('ensureAuthorized() resolves when the element is removed while the backend is asked', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    hold(panel.adapter, 'readAuthorization');
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    panel.element.remove();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
  });

  it('ensureAuthorized() waits for an authorization that is being checked instead of asking for a second one', async () => {
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

  it('ensureAuthorized() resolves when the adapter is replaced', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    panel.element.adapter = new MemoryAdapter();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
  });

  it('ensureAuthorized() resolves with "not authorized" when the element is removed while its dialog is open', async () => {
    const panel = await setup({ properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();

    panel.element.remove();

    assert.deepEqual(await ensured, { authorized: false, proceed: false });
  });

  it('a success after the dialog was closed still fires spv-authorized', async () => {
    const panel = await setup({ steps: ['at-anaf'], properties: { presentation: 'dialog' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Am acces cu certificat digital');
    await panel.press('Continuă la ANAF');
    await panel.closeDialog();
    assert.deepEqual(await ensured, { authorized: false, proceed: false });

    panel.adapter.script('succeeded');
    await panel.signal();

    assert.equal(panel.count('spv-authorized'), 1);
  });
});

describe('<spv-authorize>, open()', () => {
  afterEach(removePanels);

  it('open() shows the status in a dialog', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection } });

    panel.element.open();
    await panel.settled();

    assert.equal(panel.isModal, true);
    assert.equal(panel.heading, 'e-Factura în SPV');
    assert.equal(panel.focused, 'e-Factura în SPV');
  });
});
