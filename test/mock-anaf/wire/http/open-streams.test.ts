import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, it } from 'node:test';
import type { StreamAnswer } from 'mock-anaf/internal/wire/http/answer.ts';
import { OpenStreams } from 'mock-anaf/internal/wire/http/open-streams.ts';

/** A response whose client takes nothing: there is no socket that would drain it. */
const stuck = () => new ServerResponse(new IncomingMessage(new Socket()));

/** Lets a stream run as far as it goes by itself. */
const running = () => new Promise(setImmediate);

function answerOf(pieces: StreamAnswer['pieces']): StreamAnswer {
  return { kind: 'stream', headers: { 'Content-Type': 'text/event-stream' }, pieces, reason: 'a test', about: {} };
}

describe('OpenStreams', () => {
  it('asks for no further piece while the client takes none', async () => {
    const streams = new OpenStreams();
    let asked = 0;
    const sending = streams.send(
      stuck(),
      answerOf(async function* () {
        for (; asked < 10; asked += 1) yield 'x'.repeat(100_000);
      }),
    );

    await running();
    const askedBeforeTheEnd = asked;
    await streams.end();

    await sending;
    assert.equal(askedBeforeTheEnd, 0);
  });

  it('ends, although the client reads nothing', async () => {
    const streams = new OpenStreams();
    const response = stuck();
    const sending = streams.send(
      response,
      answerOf(async function* (signal) {
        while (!signal.aborted) yield 'x'.repeat(100_000);
      }),
    );

    await running();
    await streams.end();
    await sending;

    assert.equal(response.writableEnded, true);
  });

  it('tells the pieces when the client leaves', async () => {
    const streams = new OpenStreams();
    const response = stuck();
    let wasTold = false;
    const sending = streams.send(
      response,
      answerOf(async function* (signal) {
        yield 'one';
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        wasTold = true;
      }),
    );

    await running();
    response.emit('close');
    await sending;

    assert.equal(wasTold, true);
  });
});
