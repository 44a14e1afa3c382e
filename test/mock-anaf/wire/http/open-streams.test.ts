import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, it } from 'node:test';
import type { StreamAnswer } from 'mock-anaf/internal/wire/http/answer.ts';
import { OpenStreams } from 'mock-anaf/internal/wire/http/open-streams.ts';

/** A response whose client reads nothing: it has no socket that would drain it. */
const stuck = () => new ServerResponse(new IncomingMessage(new Socket()));

/** Calls `waiting` each time a listener starts to wait for the response to drain. */
function whenItWaits(response: ServerResponse, waiting: () => void): void {
  response.on('newListener', (event) => {
    // The listener is added only after this event.
    if (event === 'drain') queueMicrotask(waiting);
  });
}

function answerOf(pieces: StreamAnswer['pieces']): StreamAnswer {
  return { kind: 'stream', headers: { 'Content-Type': 'text/event-stream' }, pieces, reason: 'a test', about: {} };
}

describe('OpenStreams', () => {
  it('the next piece of a stream is requested only after the client has read the previous one', async () => {
    const response = stuck();
    const log: string[] = [];
    whenItWaits(response, () => {
      log.push('read');
      response.emit('drain');
    });

    await new OpenStreams().send(
      response,
      answerOf(async function* () {
        for (const number of [1, 2, 3]) {
          log.push(`piece ${number}`);
          yield 'x'.repeat(100_000);
        }
      }),
    );

    assert.deepEqual(log, ['piece 1', 'read', 'piece 2', 'read', 'piece 3', 'read']);
  });

  it('a stream ends with its door even if the client reads nothing', async () => {
    const streams = new OpenStreams();
    const response = stuck();
    const waits = new Promise<void>((resolve) => whenItWaits(response, resolve));
    const sending = streams.send(
      response,
      answerOf(async function* (signal) {
        while (!signal.aborted) yield 'x'.repeat(100_000);
      }),
    );

    await waits;
    await streams.end();
    await sending;

    assert.equal(response.writableEnded, true);
  });

  it('the signal of the pieces aborts when the client disconnects', async () => {
    const response = stuck();
    const piecesWait = Promise.withResolvers<void>();
    let isAborted = false;
    const sending = new OpenStreams().send(
      response,
      answerOf(async function* (signal) {
        yield 'one';
        const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
        piecesWait.resolve();
        await aborted;
        isAborted = signal.aborted;
      }),
    );

    await piecesWait.promise;
    response.emit('close');
    await sending;

    assert.equal(isAborted, true);
  });
});
