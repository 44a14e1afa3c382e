import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEvents } from 'mock-anaf/internal/console/event-stream.ts';

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
  it('gives the data of the events of one chunk together, without comments', async () => {
    assert.deepEqual(await read(bytes(': hello\n\nid: 1\ndata: {"a":1}\n\nid: 2\ndata: {"a":2}\n\n')), [
      ['{"a":1}', '{"a":2}'],
    ]);
  });

  it('puts an event together that is cut anywhere, inside a letter too', async () => {
    const whole = bytes('id: 1\ndata: "ș"\n\n');

    for (let cut = 1; cut < whole.length; cut += 1) {
      assert.deepEqual((await read(whole.slice(0, cut), whole.slice(cut))).flat(), ['"ș"']);
    }
  });

  it('leaves out an event that never ended', async () => {
    assert.deepEqual((await read(bytes('data: 1\n\ndata: 2\n'))).flat(), ['1']);
  });
});
