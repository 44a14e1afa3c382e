import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { admin } from '../../../support/admin.ts';
import { authorizeUrl, codeOf, startMock } from '../../../support/login.ts';

interface Event {
  readonly id: number;
  readonly entry: Record<string, unknown>;
}

/** Follows the journal. `next` resolves to all events so far when there are at least `count`. */
async function follow(mock: MockAnaf, query = '', headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${mock.urls.admin}/journal/stream${query}`, { headers });
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const events = (): Event[] =>
    [...text.matchAll(/^id: (\d+)\ndata: (.*)\n\n/gm)].map(([, id, data]) => ({
      id: Number(id),
      entry: JSON.parse(data ?? ''),
    }));
  const next = async (count: number) => {
    while (events().length < count) {
      const { done, value } = await reader.read();
      assert.equal(done, false, 'the stream ended early');
      text += value;
    }
    return events();
  };
  const rest = async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) text += read.value;
    return events();
  };
  // The first comment shows that the stream is open.
  const { value } = await reader.read();
  text += value;
  return { response, next, rest, leave: () => reader.cancel() };
}

const visit = (mock: MockAnaf) => fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });

describe('GET /journal/stream', () => {
  it('the stream sends each new entry as an event whose id is the number of the entry', async () => {
    await using mock = await startMock();
    await visit(mock);
    const stream = await follow(mock);

    await codeOf(mock, 'accountant');
    const events = await stream.next(5);

    const known = mock.journal.entries({ after: 1 });
    assert.match(stream.response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.deepEqual(
      events.slice(0, 5),
      known.slice(0, 5).map((entry) => ({ id: entry.number, entry })),
    );
    await stream.leave();
  });

  for (const [name, query, headers] of [
    ['after', '?after=1', {}],
    ['Last-Event-ID', '', { 'Last-Event-ID': '1' }],
    ['Last-Event-ID rather than after', '?after=0', { 'Last-Event-ID': '1' }],
  ] as const) {
    it(`the stream continues after the number in ${name}`, async () => {
      await using mock = await startMock();
      await visit(mock);
      await visit(mock);

      const stream = await follow(mock, query, headers);
      const [first] = await stream.next(1);

      assert.equal(first?.id, 2);
      await stream.leave();
    });
  }

  it('the stream starts at the first entry if the number is higher than every entry', async () => {
    await using mock = await startMock();
    await visit(mock);

    const stream = await follow(mock, '', { 'Last-Event-ID': '812' });
    const [first] = await stream.next(1);

    assert.equal(first?.id, 1);
    await stream.leave();
  });

  it('the stream applies the filters of GET /journal', async () => {
    await using mock = await startMock();
    const stream = await follow(mock, '?reason=accepted&persona=accountant');

    await codeOf(mock, 'administrator');
    await codeOf(mock, 'accountant');
    const events = await stream.next(1);

    assert.deepEqual(
      events.map(({ entry }) => entry.reason),
      ['the certificate was accepted'],
    );
    await stream.leave();
  });

  it('the stream ends normally when the mock stops', async () => {
    const mock = await startMock();
    const stream = await follow(mock, '?after=0');
    await visit(mock);
    await stream.next(1);

    const [events] = await Promise.all([stream.rest(), mock.stop()]);

    assert.equal(events.length, 1);
  });

  for (const query of ['?atLeast=1', '?waitSeconds=1', '?after=x', '?door=back', '?personna=accountant']) {
    it(`the stream refuses ${query}`, async () => {
      await using mock = await startMock();

      const { status, body } = await admin(mock, 'GET', `/journal/stream${query}`);

      assert.deepEqual([status, body.code], [400, 'bad-query']);
    });
  }
});
