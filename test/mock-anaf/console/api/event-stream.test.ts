import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEvents } from 'mock-anaf/internal/console/api/event-stream.ts';

async function read(...chunks: readonly Uint8Array[]): Promise<readonly (readonly string[])[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const batches: (readonly string[])[] = [];
  for await (const batch of readEvents(body)) batches.push(batch);
  return batches;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readEvents', () => {
  it('the events of one chunk are read together, without comments', async () => {
    assert.deepEqual(await read(bytes(': hello\n\nid: 1\ndata: {"a":1}\n\nid: 2\ndata: {"a":2}\n\n')), [
      ['{"a":1}', '{"a":2}'],
    ]);
  });

  it('an event is read correctly wherever its bytes are split into two chunks, even within a character', async () => {
    const whole = bytes('id: 1\ndata: "ș"\n\n');

    for (let cut = 1; cut < whole.length; cut += 1) {
      assert.deepEqual((await read(whole.slice(0, cut), whole.slice(cut))).flat(), ['"ș"']);
    }
  });

  it('an incomplete event at the end of the stream is ignored', async () => {
    assert.deepEqual((await read(bytes('data: 1\n\ndata: 2\n'))).flat(), ['1']);
  });
});
