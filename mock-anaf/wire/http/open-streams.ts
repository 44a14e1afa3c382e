import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { StreamAnswer } from './answer.ts';

/** The streaming answers of one door that are still being sent. */
export class OpenStreams {
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();

  /** Sends until the client disconnects, the pieces end, or `end` is called. */
  async send(response: ServerResponse, answer: StreamAnswer): Promise<void> {
    const sending = sendPieces(response, answer, this.#closing.signal);
    this.#running.add(sending);
    await sending.finally(() => this.#running.delete(sending));
  }

  /** Ends the body of every stream properly, so that clients do not see a broken connection. */
  async end(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#running);
  }
}

async function sendPieces(response: ServerResponse, answer: StreamAnswer, closing: AbortSignal): Promise<void> {
  const disconnected = new AbortController();
  response.once('close', () => disconnected.abort());
  const signal = AbortSignal.any([closing, disconnected.signal]);
  response.sendDate = false;
  response.writeHead(200, answer.headers);
  response.flushHeaders();
  for await (const piece of answer.pieces(signal)) {
    if (signal.aborted) break;
    if (!response.write(piece)) await drained(response, signal);
  }
  response.end();
}

async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  try {
    await once(response, 'drain', { signal });
  } catch (error) {
    // A client that does not read must not prevent the stream from ending.
    if (!signal.aborted) throw error;
  }
}
