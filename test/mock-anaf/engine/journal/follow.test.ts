import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { MovableClock } from 'mock-anaf';
import { Journal } from 'mock-anaf/internal/engine/journal/journal.ts';
import { text } from 'mock-anaf/internal/wire/http/answer.ts';
import type { MockRequest } from 'mock-anaf/internal/wire/http/mock-request.ts';

const request: MockRequest = {
  door: 'api',
  method: 'GET',
  path: '/',
  query: new URLSearchParams(),
  rawQuery: '',
  headers: {},
  body: Buffer.alloc(0),
  isBodyTooLong: false,
  isSecure: false,
  origin: 'http://127.0.0.1:1',
  presentCertificate: async () => undefined,
};

function setup(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const journal = new Journal(new MovableClock());
  const stop = new AbortController();
  const record = (reason: string) => journal.record(request, text(200, '', reason));
  const reasonsOf = async (next: ReturnType<ReturnType<Journal['follow']>['next']>) => {
    const { done, value } = await next;
    return done ? 'end' : value.map(({ reason }) => reason);
  };
  return { journal, stop, record, reasonsOf, options: { signal: stop.signal, heartbeatMs: 15_000 } };
}

describe('Journal.follow', () => {
  it('entries that were recorded while the reader was busy are yielded in one batch', async (t) => {
    const { journal, record, reasonsOf, options } = setup(t);
    const batches = journal.follow({ after: 0 }, options);
    record('one');

    const first = await reasonsOf(batches.next());
    record('two');
    record('three');
    const second = await reasonsOf(batches.next());

    assert.deepEqual([first, second], [['one'], ['two', 'three']]);
  });

  it('an empty batch is yielded after a heartbeat interval without entries', async (t) => {
    const { journal, reasonsOf, options } = setup(t);
    const next = reasonsOf(journal.follow({}, options).next());

    t.mock.timers.tick(15_000);

    assert.deepEqual(await next, []);
  });

  it('entries that are recorded after the journal was cleared are yielded', async (t) => {
    const { journal, record, reasonsOf, options } = setup(t);
    const batches = journal.follow({ after: 0 }, options);
    record('before');
    await batches.next();

    journal.clear();
    record('after');

    assert.deepEqual(await reasonsOf(batches.next()), ['after']);
  });

  it('following the journal ends when the signal aborts', async (t) => {
    const { journal, stop, reasonsOf, options } = setup(t);
    const next = reasonsOf(journal.follow({}, options).next());

    stop.abort();

    assert.equal(await next, 'end');
  });
});
