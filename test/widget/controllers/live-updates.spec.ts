import { resultChannelName } from 'spv-authorize/contract';
import { tellOtherPages } from 'spv-authorize/internal/browser/look-again.ts';
import { LiveUpdates } from 'spv-authorize/internal/controllers/live-updates.ts';
import { assert } from '../support/assert.ts';
import { afterEach, beforeEach, describe, it } from '../support/mocha.ts';
import { until } from '../support/until.ts';

const signal = { type: 'spv-authorize:look-again', attemptId: 'attempt-1' };

describe('LiveUpdates', () => {
  const { setTimeout: realSetTimeout } = globalThis;
  let waits: { seconds: number; end: () => void }[] = [];
  let looks = 0;
  let called: boolean[] = [];
  let retryAfter: number | undefined;
  let live: LiveUpdates;

  beforeEach(() => {
    looks = 0;
    called = [];
    waits = [];
    retryAfter = undefined;
    // Only its own waits are caught: those in whole seconds.
    globalThis.setTimeout = ((end: () => void, ms = 0) => {
      if (ms < 1000) return realSetTimeout(end, ms);
      return waits.push({ seconds: ms / 1000, end });
    }) as typeof setTimeout;
    const look = async (_signal: AbortSignal, isCalled: boolean) => {
      looks += 1;
      called.push(isCalled);
      return retryAfter;
    };
    live = new LiveUpdates({ look, backendOrigin: () => location.origin });
  });

  afterEach(() => {
    live.stop();
    globalThis.setTimeout = realSetTimeout;
    show('visible');
  });

  it('looks at once, then after 2 s', async () => {
    live.start('often');
    await turn();

    assert.equal(looks, 1);
    assert.deepEqual(
      waits.map(({ seconds }) => seconds),
      [2],
    );
  });

  it('looks more seldom the longer it takes', async () => {
    live.start('often');
    for (let count = 0; count < 90; count += 1) {
      await turn();
      waits.at(-1)?.end();
    }

    const seconds = waits.map((wait) => wait.seconds);
    assert.deepEqual([...new Set(seconds)], [2, 5, 30]);
    assert.equal(seconds.filter((length) => length === 2).length, 30);
  });

  it('obeys Retry-After', async () => {
    retryAfter = 20;
    live.start('often');
    await turn();

    assert.equal(waits.at(-1)?.seconds, 20);
  });

  it('does not plan a look while the page is hidden, and looks when it is shown', async () => {
    live.start('often');
    show('hidden');
    await turn();
    assert.deepEqual([looks, waits.length], [1, 0]);

    show('visible');
    await turn();

    assert.deepEqual([looks, waits.length], [2, 1]);
  });

  it('looks when the result page calls over BroadcastChannel', async () => {
    live.start('often');
    await turn();
    const channel = new BroadcastChannel(resultChannelName);

    channel.postMessage(signal);
    await until(() => looks === 2, 'it has looked again');
    channel.close();
  });

  it('looks when the result page calls by a storage event', async () => {
    live.start('often');
    await turn();

    window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: 'x' }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'another', newValue: 'x' }));
    await turn();

    assert.equal(looks, 2);
  });

  it('looks when the backend’s origin posts the message, and for no other origin or message', async () => {
    live.start('often');
    await turn();

    post(location.origin, signal);
    await turn();
    assert.equal(looks, 2);
    post('https://elsewhere.example', signal);
    post(`${location.origin}.elsewhere.example`, signal);
    post(location.origin, { type: 'something' });
    post(location.origin, null);
    await turn();

    assert.equal(looks, 2);
  });

  it('makes one more look of any number of calls during a look', async () => {
    live.start('often');
    for (let count = 0; count < 5; count += 1) live.lookNow();
    await turn();

    assert.equal(looks, 2);
  });

  it('says which looks something called for, and which it was only time for', async () => {
    live.start('often');
    await turn();
    waits.at(-1)?.end();
    await turn();
    window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: 'x' }));
    await turn();

    assert.deepEqual(called, [false, false, true]);
  });

  it('asks for nothing while it is only to be called, and looks when it is', async () => {
    live.start('when-called');
    await turn();
    show('hidden');
    show('visible');
    await turn();
    assert.deepEqual([looks, waits.length], [0, 0]);

    window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: 'x' }));
    await turn();

    assert.deepEqual([looks, waits.length], [1, 0]);
  });

  it('looks at once when a wait begins, and plans nothing more when it is over', async () => {
    live.start('when-called');
    live.start('often');
    await turn();
    assert.deepEqual([looks, waits.length], [1, 1]);

    live.start('when-called');
    window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: 'x' }));
    await turn();

    assert.deepEqual([looks, waits.length], [2, 1]);
  });

  it('looks soon at most once in five seconds, and once more when they are over', async () => {
    live.start('when-called');
    for (let count = 0; count < 4; count += 1) {
      live.lookSoon();
      await turn();
    }
    assert.deepEqual([looks, waits.map(({ seconds }) => seconds)], [1, [5]]);

    waits.at(-1)?.end();
    await turn();
    waits.at(-1)?.end();
    await turn();

    assert.deepEqual([looks, waits.length], [2, 2]);
  });

  it('calls the other pages of the site', async () => {
    live.start('when-called');

    tellOtherPages();
    await until(() => looks === 1, 'it has looked');
  });

  it('is silent after it was stopped, and goes on when started again', async () => {
    live.start('often');
    await turn();
    live.stop();
    window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: 'x' }));
    live.lookNow();
    await turn();
    assert.equal(looks, 1);

    live.start('often');
    await turn();

    assert.equal(looks, 2);
  });

  function turn(): Promise<void> {
    return new Promise((resolve) => realSetTimeout(resolve));
  }
});

function show(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function post(origin: string, data: unknown): void {
  window.dispatchEvent(new MessageEvent('message', { origin, data }));
}
