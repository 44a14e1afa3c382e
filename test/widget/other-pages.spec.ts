import { exampleConnection, SpvProblem } from 'spv-authorize';
import { resultChannelName } from 'spv-authorize/contract';
import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
import { longWaits } from './support/long-waits.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { type Panel, removePanels, setup } from './support/panel.ts';
import { until } from './support/until.ts';

describe('<spv-authorize>, authorized from another page', () => {
  afterEach(removePanels);

  const steps = ['Autorizează', 'Am acces cu certificat digital'];
  for (const [screen, pressed] of [
    ['none', 0],
    ['choose', 1],
    ['checklist', 2],
  ] as const) {
    it(`learns it on the screen "${screen}" when the result page calls, and tells the host`, async () => {
      const panel = await setup();
      for (const name of steps.slice(0, pressed)) await panel.press(name);
      panel.adapter.authorize();

      await panel.signal();

      assert.equal(panel.heading, 'e-Factura în SPV');
      assert.equal(panel.count('spv-authorized'), 1);
    });
  }

  const returns = {
    focus: () => window.dispatchEvent(new Event('focus')),
    visibilitychange: () => document.dispatchEvent(new Event('visibilitychange')),
    'pageshow from the cache': () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  };
  for (const [name, happen] of Object.entries(returns)) {
    it(`learns it when the person comes back: ${name}`, async () => {
      const panel = await setup();
      panel.adapter.authorize();

      happen();
      await panel.settled();

      assert.equal(panel.heading, 'e-Factura în SPV');
    });
  }

  it('reads at most once in five seconds, and asks for nothing by itself', async () => {
    const panel = await setup();
    const waits = longWaits(5000);
    for (let count = 0; count < 5; count += 1) await panel.returned();
    waits.restore();

    assert.deepEqual(panel.adapter.calls, ['readAuthorization', 'readAuthorization']);
    assert.equal(waits.count, 1);
  });

  it('learns at the status that the company was disconnected', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection } });
    panel.adapter.authorize({ status: 'none' });

    await panel.returned();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(panel.count('spv-authorized'), 0);
  });

  it('ends the wait for ANAF, and ANAF’s window', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.adapter.authorize();

    await panel.returned();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.equal(panel.window?.closed, true);
    assert.equal(panel.count('spv-authorized'), 1);
  });

  it('lets the success of an attempt before win over the one that runs', async () => {
    const panel = await setup({ steps: [failure('anaf-unavailable')] });
    await panel.goToAnaf();
    panel.adapter.script('at-anaf');
    await panel.press('Reîncearcă');

    // The window of the first attempt was still open somewhere.
    panel.adapter.authorize();
    await panel.signal();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
  });

  it('reads again when the person gives up', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.adapter.authorize();

    await panel.press('Renunță');

    assert.equal(panel.heading, 'e-Factura în SPV');
  });

  it('calls the site’s other pages after a success and after disconnecting', async () => {
    const heard: unknown[] = [];
    const channel = new BroadcastChannel(resultChannelName);
    channel.addEventListener('message', ({ data }) => heard.push(data.type));
    const panel = await setup({ steps: ['succeeded'] });
    await panel.goToAnaf();
    await until(() => heard.length === 1, 'the success was told');

    await panel.press('Gata');
    await disconnect(panel);
    await until(() => heard.length === 2, 'the end was told');

    assert.deepEqual(heard, ['spv-authorize:look-again', 'spv-authorize:look-again']);
    channel.close();
  });
});

describe('<spv-authorize>, a backend that has become silent', () => {
  afterEach(removePanels);

  it('is mentioned after three reads without an answer, and no more when it answers', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    for (let count = 0; count < 2; count += 1) await silentLook(panel);
    assert.excludes(panel.text, 'Serverul nu răspunde');

    await silentLook(panel);
    assert.includes(panel.text, 'Serverul nu răspunde; încercăm în continuare.');
    await until(() => panel.announced.includes('Serverul nu răspunde'), 'it is said');
    await panel.signal();

    assert.excludes(panel.text, 'Serverul nu răspunde');
  });

  it('is mentioned while rights are being checked, and the person may give up', async () => {
    const panel = await setup({ steps: ['verifying'] });
    await panel.goToAnaf();
    for (let count = 0; count < 3; count += 1) await silentLook(panel);
    assert.includes(panel.text, 'Serverul nu răspunde; încercăm în continuare.');

    await panel.press('Renunță');

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.includes(panel.adapter.calls.join(), 'cancelAttempt');
  });

  it('does not keep the person waiting beyond the attempt’s 15 minutes', async () => {
    const waits = longWaits(905_000);
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    waits.restore();

    waits.endAll();
    await panel.settled();

    assert.equal(panel.heading, 'Timpul pentru autorizare a trecut');
  });
});

/** One read of the attempt that the backend does not answer. */
async function silentLook(panel: Panel): Promise<void> {
  panel.adapter.failNext(new SpvProblem('unreachable', 'scripted'));
  await panel.signal();
}

async function disconnect(panel: Panel): Promise<void> {
  await panel.press('Deconectează');
  await panel.press('Deconectează');
}
