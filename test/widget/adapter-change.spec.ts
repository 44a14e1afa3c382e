import { exampleConnection, MemoryAdapter, SpvProblem } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { hold } from './support/hold.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

describe('<spv-authorize>, another adapter', () => {
  afterEach(() => {
    removePanels();
    sessionStorage.clear();
  });

  const companyB = { name: 'Firma B', taxId: '90234171' };

  for (const method of ['readAuthorization', 'verifyAuthorization', 'disconnect'] as const) {
    it(`shows nothing that the one before still answers to ${method}`, async () => {
      const panel = await setup({ answer: { authorization: exampleConnection } });
      const { release } = hold(panel.adapter, method);
      if (method === 'readAuthorization') void panel.element.refresh();
      if (method === 'verifyAuthorization') await panel.press('Verifică acum');
      if (method === 'disconnect') {
        await panel.press('Deconectează');
        await panel.press('Deconectează');
      }

      panel.element.adapter = new MemoryAdapter({ answer: { company: companyB } });
      await panel.settled();
      release();
      await panel.settled();

      assert.includes(panel.text, 'Firma B');
      assert.excludes(panel.text, 'Exemplu SRL');
    });
  }

  it('does not go on with an attempt from before a redirect that was another adapter’s', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: ['verifying'] });
    const second = new MemoryAdapter({ answer: { company: companyB } });

    panel.element.adapter = second;
    await panel.settled();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.deepEqual(second.calls, ['readAuthorization']);
  });

  it('may lack an answer to giving up, without any error in the page', async () => {
    const errors: unknown[] = [];
    const handleRejection = (event: PromiseRejectionEvent) => errors.push(event.reason);
    window.addEventListener('unhandledrejection', handleRejection);
    const panel = await setup({ steps: ['at-anaf'] });
    // A host's adapter in plain JavaScript, which answers nothing at all.
    Object.assign(panel.adapter, { cancelAttempt: () => undefined });
    await panel.goToAnaf();

    await panel.press('Renunță');
    Object.assign(panel.adapter, { cancelAttempt: () => Promise.reject(new SpvProblem('unreachable', 'scripted')) });
    await panel.settled();
    window.removeEventListener('unhandledrejection', handleRejection);

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.deepEqual(errors, []);
  });
});

describe('<spv-authorize>, presentation', () => {
  afterEach(removePanels);

  it('changes on the way without losing the way', async () => {
    const panel = await setup();
    await panel.press('Autorizează');

    panel.element.presentation = 'dialog';
    await panel.settled();
    panel.element.open();
    await panel.settled();

    assert.equal(panel.heading, 'Cine are certificatul digital pentru firmă?');
    assert.deepEqual(panel.adapter.calls, ['readAuthorization']);
  });

  it('that is wrong for a moment loses nothing either', async () => {
    const panel = await setup();
    const { warn } = console;
    console.warn = () => undefined;
    await panel.press('Autorizează');

    panel.element.setAttribute('presentation', 'popup');
    await panel.settled();
    assert.equal(panel.heading, 'Elementul nu este configurat');
    panel.element.setAttribute('presentation', 'panel');
    await panel.settled();
    console.warn = warn;

    assert.equal(panel.heading, 'Cine are certificatul digital pentru firmă?');
  });
});
