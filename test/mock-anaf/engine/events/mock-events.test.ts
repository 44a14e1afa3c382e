import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { MockEvents } from 'mock-anaf/internal/engine/events/mock-events.ts';

const refusal = (reason: string) => ({ reason });

describe('MockEvents', () => {
  it('a listener is called for its events until it is removed', () => {
    const events = new MockEvents();
    const heard: string[] = [];
    const stop = events.on('token-refused', ({ reason }) => heard.push(reason));

    events.emit('token-refused', refusal('a'));
    events.emit('reset', {});
    events.emit('token-refused', refusal('b'));
    stop();
    events.emit('token-refused', refusal('c'));

    assert.deepEqual(heard, ['a', 'b']);
  });

  it('a function that is added twice is called twice, and can be removed each time', () => {
    const events = new MockEvents();
    let heard = 0;
    const listener = () => {
      heard += 1;
    };
    const stop = events.on('reset', listener);
    events.on('reset', listener);

    events.emit('reset', {});
    stop();
    events.emit('reset', {});

    assert.equal(heard, 3);
  });

  it('once resolves with the first event that passes its filter', async () => {
    const events = new MockEvents();
    const next = events.once('token-refused');
    const chosen = events.once('token-refused', { filter: ({ reason }) => reason === 'b' });

    for (const reason of ['a', 'b', 'c']) events.emit('token-refused', refusal(reason));

    assert.deepEqual([await next, await chosen], [refusal('a'), refusal('b')]);
  });

  it('once rejects when its signal aborts or has already aborted', async () => {
    const events = new MockEvents();
    const abort = new AbortController();
    const waiting = events.once('reset', { signal: abort.signal });

    abort.abort(new Error('enough'));

    await assert.rejects(waiting, /enough/);
    await assert.rejects(events.once('reset', { signal: abort.signal }), /enough/);
  });

  it('once rejects when the mock is stopped, without an unhandled rejection', async () => {
    const events = new MockEvents();
    const waiting = events.once('reset');
    events.once('token-refused');

    events.close();

    await assert.rejects(waiting, /the mock was stopped/);
    await assert.rejects(events.once('reset'), /the mock was stopped/);
  });

  it('an error of a listener becomes an uncaught exception, and the other listeners are called', async () => {
    const events = new MockEvents();
    let heard = 0;
    events.on('reset', () => {
      throw new Error('of the listener');
    });
    events.on('reset', () => {
      heard += 1;
    });
    // The test runner listens for uncaught exceptions too, and would count this one as an error of this test.
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const uncaught = once(process, 'uncaughtException');

    events.emit('reset', {});

    const [error] = await uncaught;
    for (const listener of others) process.on('uncaughtException', listener);
    assert.equal(error.message, 'of the listener');
    assert.equal(heard, 1);
  });
});
