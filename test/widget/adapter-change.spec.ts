import { exampleConnection, MemoryAdapter, SpvProblem } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { hold } from './support/hold.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';
import { until } from './support/until.ts';

describe('<spv-authorize>, another adapter', () => {
  afterEach(() => {
    removePanels();
    sessionStorage.clear();
  });

  const companyB = { name: 'Firma B', taxId: '90234171' };

  for (const method of ['readAuthorization', 'verifyAuthorization', 'disconnect'] as const) {
    it(`an answer of the previous adapter to ${method} is not shown after the adapter was replaced`, async () => {
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

  it('the attempt of an earlier redirect is not continued with a second adapter', async () => {
    sessionStorage.setItem('spv-authorize:attempt', 'attempt-7');
    const panel = await setup({ steps: ['verifying'] });
    const second = new MemoryAdapter({ answer: { company: companyB } });

    panel.element.adapter = second;
    await panel.settled();
    await panel.element.refresh();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.deepEqual(second.calls, ['readAuthorization', 'readAuthorization']);
  });

  it('an adapter that answers nothing, or a problem, to cancelAttempt causes no error in the page', async () => {
    const errors = collectRejections();
    const panel = await setup({ steps: ['at-anaf'] });
    const answers = [() => undefined, () => Promise.reject(new SpvProblem('unreachable', 'scripted'))];
    let cancelled = 0;

    for (const answer of answers) {
      // A host's adapter in plain JavaScript may answer anything.
      Object.assign(panel.adapter, {
        cancelAttempt: () => {
          cancelled += 1;
          return answer();
        },
      });
      await panel.goToAnaf();
      await panel.press('Renunță');
      assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    }

    assert.equal(cancelled, 2);
    assert.deepEqual(await errors.end(), []);
  });
});

describe('<spv-authorize>, presentation', () => {
  afterEach(removePanels);

  it('changing the presentation in the middle of the flow keeps the current screen', async () => {
    const panel = await setup();
    await panel.press('Autorizează');

    panel.element.presentation = 'dialog';
    await panel.settled();
    panel.element.open();
    await panel.settled();

    assert.equal(panel.heading, 'Cine are certificatul digital pentru firmă?');
    assert.deepEqual(panel.adapter.calls, ['readAuthorization']);
  });

  it('a presentation that is wrong for a moment keeps the current screen', async () => {
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

/** Collects unhandled rejections. `end` causes one more and waits for it: every earlier one has been reported by then. */
function collectRejections(): { readonly end: () => Promise<unknown[]> } {
  const reasons: unknown[] = [];
  const last = 'the last rejection';
  const { error } = console;
  const handleRejection = (event: PromiseRejectionEvent) => {
    // The test runner would report them as well.
    event.stopImmediatePropagation();
    event.preventDefault();
    reasons.push(event.reason);
  };
  window.addEventListener('unhandledrejection', handleRejection, { capture: true });
  return {
    end: async () => {
      // @web/test-runner logs it too.
      console.error = () => undefined;
      void Promise.reject(last);
      await until(() => reasons.includes(last), 'the last rejection is reported');
      console.error = error;
      window.removeEventListener('unhandledrejection', handleRejection, { capture: true });
      return reasons.filter((reason) => reason !== last);
    },
  };
}
