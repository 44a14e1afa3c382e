import { resultChannelName } from 'spv-authorize/contract';
import { tellOtherPages } from 'spv-authorize/internal/browser/look-again.ts';
import { LiveUpdates } from 'spv-authorize/internal/controllers/live-updates.ts';
import { assert } from '../support/assert.ts';
import { afterEach, beforeEach, describe, it } from '../support/mocha.ts';
import { until } from '../support/until.ts';
import { Waits } from '../support/waits.ts';

const signal = { type: 'spv-authorize:look-again', attemptId: 'attempt-1' };

describe('LiveUpdates', () => {
  let waits: Waits;
  /** For each read: whether it was requested, not scheduled. */
  let reads: boolean[];
  let retryAfter: number | undefined;
  let live: LiveUpdates;

  beforeEach(() => {
    reads = [];
    retryAfter = undefined;
    waits = new Waits();
    const look = async (_signal: AbortSignal, isRequested: boolean) => {
      reads.push(isRequested);
      return retryAfter;
    };
    live = new LiveUpdates({ look, backendOrigin: () => location.origin });
  });

  afterEach(() => {
    live.stop();
    waits.restore();
    show('visible');
  });

  /** Expects this number of reads, and that only these waits (in milliseconds) are pending after them. */
  async function expect(count: number, ...pending: readonly number[]): Promise<void> {
    // Everything after a read happens in microtasks, which all end before the next task.
    await new Promise((resolve) => setTimeout(resolve));
    const isReached = () => reads.length >= count && JSON.stringify(waits.pending) === JSON.stringify(pending);
    await until(isReached, () => `${count} reads and waits of [${pending}]; it is ${reads.length}, [${waits.pending}]`);
    assert.equal(reads.length, count);
  }

  it('the first read is made at once, and the next one after 2 s', async () => {
    live.start('often');
    await expect(1, 2000);

    waits.end(2000);

    await expect(2, 2000);
  });

  it('the interval grows from 2 s to 5 s after a minute, and to 30 s after five minutes', async () => {
    live.start('often');
    const seconds: number[] = [];
    for (let count = 1; count <= 90; count += 1) {
      await until(() => reads.length === count && waits.pending.length === 1, `read ${count} is over`);
      const [ms = 0] = waits.pending;
      seconds.push(ms / 1000);
      waits.end(ms);
    }

    assert.deepEqual([...new Set(seconds)], [2, 5, 30]);
    assert.equal(seconds.filter((length) => length === 2).length, 30);
    assert.equal(seconds.filter((length) => length === 5).length, 48);
  });

  it('a Retry-After that is longer than the interval is obeyed', async () => {
    retryAfter = 20;
    live.start('often');

    await expect(1, 20_000);
  });

  it('no read is scheduled while the page is hidden, and one is made when it is shown', async () => {
    live.start('often');
    show('hidden');
    await expect(1);

    show('visible');

    await expect(2, 2000);
  });

  it('a scheduled read is dropped when the page is hidden', async () => {
    live.start('often');
    await expect(1, 2000);

    show('hidden');

    assert.deepEqual(waits.pending, []);
  });

  it('a message of the result page over BroadcastChannel causes a read', async () => {
    live.start('often');
    await expect(1, 2000);
    const channel = new BroadcastChannel(resultChannelName);

    channel.postMessage(signal);

    await expect(2, 2000);
    channel.close();
  });

  it('a storage event of the result page causes a read, and one of another key or a removal does not', async () => {
    live.start('often');
    await expect(1, 2000);

    window.dispatchEvent(new StorageEvent('storage', { key: 'another', newValue: 'x' }));
    window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: null }));
    callByStorage();

    // If a wrong event had caused a read, one more read would follow.
    await expect(2, 2000);
  });

  it('a message from the backend’s origin causes a read, and one of another origin or form does not', async () => {
    live.start('often');
    await expect(1, 2000);

    post('https://elsewhere.example', signal);
    post(`${location.origin}.elsewhere.example`, signal);
    post(location.origin, { type: 'something' });
    post(location.origin, null);
    post(location.origin, signal);

    await expect(2, 2000);
  });

  it('any number of requests during a read cause one more read', async () => {
    live.start('often');
    for (let count = 0; count < 5; count += 1) live.lookNow();

    await expect(2, 2000);
  });

  it('a read knows whether it was requested or scheduled', async () => {
    live.start('often');
    await expect(1, 2000);
    waits.end(2000);
    await expect(2, 2000);
    callByStorage();
    await expect(3, 2000);

    assert.deepEqual(reads, [false, false, true]);
  });

  it('nothing is read with the pace on-request until a read is requested', async () => {
    live.start('on-request');
    show('hidden');
    show('visible');
    callByStorage();

    await expect(1);
    assert.deepEqual(reads, [true]);
  });

  it('the pace often begins with a read, and the pace on-request ends the schedule', async () => {
    live.start('on-request');
    live.start('often');
    await expect(1, 2000);

    live.start('on-request');
    assert.deepEqual(waits.pending, []);
    callByStorage();

    await expect(2);
  });

  it('lookSoon reads at most once in five seconds, and once more when they are over', async () => {
    live.start('on-request');
    for (let count = 0; count < 4; count += 1) live.lookSoon();
    await expect(1, 5000);

    waits.end(5000);
    await expect(2, 5000);
    waits.end(5000);
    callByStorage();

    await expect(3);
  });

  it('tellOtherPages causes a read in the other pages of the site', async () => {
    live.start('on-request');

    tellOtherPages();

    await expect(1);
  });

  it('nothing is read after stop(), and reading continues after another start()', async () => {
    live.start('often');
    await expect(1, 2000);
    live.stop();
    callByStorage();
    live.lookNow();
    live.lookSoon();
    assert.deepEqual(waits.pending, []);

    live.start('often');

    await expect(2, 2000);
  });
});

function show(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function callByStorage(): void {
  window.dispatchEvent(new StorageEvent('storage', { key: resultChannelName, newValue: 'x' }));
}

function post(origin: string, data: unknown): void {
  window.dispatchEvent(new MessageEvent('message', { origin, data }));
}
