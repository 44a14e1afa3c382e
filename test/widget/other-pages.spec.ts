import { exampleConnection, SpvProblem } from 'spv-authorize';
import { resultChannelName } from 'spv-authorize/contract';
import { assert } from './support/assert.ts';
import { failure } from './support/failure.ts';
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
    it(`a success in another page is noticed on the screen "${screen}" when the result page calls, and fires spv-authorized`, async () => {
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
    it(`a success in another page is noticed when the person comes back by ${name}`, async () => {
      const panel = await setup();
      panel.adapter.authorize();

      happen();
      await panel.settled();

      assert.equal(panel.heading, 'e-Factura în SPV');
    });
  }

  it('returns of the person cause at most one read in five seconds', async () => {
    const panel = await setup();
    for (let count = 0; count < 5; count += 1) await panel.returned();
    assert.equal(panel.calls('readAuthorization'), 2);
    assert.equal(panel.waits.pending.includes(5000), true);

    // The returns during the five seconds cause one more read when they are over, and the wait after it no other.
    panel.waits.end(5000);
    await panel.settled();
    panel.waits.end(5000);
    await panel.settled();

    assert.equal(panel.calls('readAuthorization'), 3);
    assert.equal(panel.waits.pending.includes(5000), false);
  });

  it('a disconnection in another page is noticed when the person comes back', async () => {
    const panel = await setup({ answer: { authorization: exampleConnection } });
    panel.adapter.authorize({ status: 'none' });

    await panel.returned();

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(panel.count('spv-authorized'), 0);
  });

  it('a success in another page ends the wait for ANAF and closes ANAF’s window', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.adapter.authorize();

    await panel.returned();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
    assert.equal(panel.window.closed, true);
    assert.equal(panel.count('spv-authorized'), 1);
  });

  it('the success of an earlier attempt ends the running attempt', async () => {
    const panel = await setup({ steps: [failure('anaf-unavailable')] });
    await panel.goToAnaf();
    panel.adapter.script('at-anaf');
    await panel.press('Reîncearcă');

    // The person finishes the first attempt in a window that was still open.
    panel.adapter.authorize();
    await panel.signal();

    assert.equal(panel.heading, 'Gata, e-Factura este autorizată');
  });

  it('giving up reads the authorization again', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();
    panel.adapter.authorize();

    await panel.press('Renunță');

    assert.equal(panel.heading, 'e-Factura în SPV');
  });

  it('the element tells the site’s other pages to look again after a success and after disconnecting', async () => {
    const heard: unknown[] = [];
    const channel = new BroadcastChannel(resultChannelName);
    channel.addEventListener('message', ({ data }) => heard.push(data.type));
    const panel = await setup({ steps: ['succeeded'] });
    await panel.goToAnaf();
    await until(() => heard.length === 1, 'the success was told');

    await panel.press('Gata');
    await disconnect(panel);
    // Messages of one channel arrive in order, so no earlier message is missing when this one has arrived.
    const end = new BroadcastChannel(resultChannelName);
    end.postMessage({ type: 'end' });
    await until(() => heard.includes('end'), 'the end of the messages has arrived');

    assert.deepEqual(heard, ['spv-authorize:look-again', 'spv-authorize:look-again', 'end']);
    end.close();
    channel.close();
  });
});

describe('<spv-authorize>, a backend that has become silent', () => {
  afterEach(removePanels);

  it('a backend that does not answer is mentioned after three reads, until it answers again', async () => {
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

  it('a backend that does not answer is mentioned while rights are being checked, and the person can give up', async () => {
    const panel = await setup({ steps: ['verifying'] });
    await panel.goToAnaf();
    for (let count = 0; count < 3; count += 1) await silentLook(panel);
    assert.includes(panel.text, 'Serverul nu răspunde; încercăm în continuare.');

    await panel.press('Renunță');

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(panel.calls('cancelAttempt'), 1);
  });

  it('the wait ends when the attempt’s 15 minutes are over', async () => {
    const panel = await setup({ steps: ['at-anaf'] });
    await panel.goToAnaf();

    panel.waits.end(905_000);
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
