import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { BrokenKind } from '../../wire/http/answer.ts';

/** A page that was received. */
export interface Page {
  readonly status: number;
  readonly location: string;
  readonly setCookie: readonly string[];
  readonly body: string;
}

/** How a request for a page failed. */
export type BrokenPage = BrokenKind;

/** Limit for the headers of an answer. `fetch` would refuse more than 16 KB, which a long `state` can exceed. */
const maxHeaderSize = 256 * 1024;

/**
 * Requests one page over HTTP and does not follow redirects.
 * @param visit `waitMs`: how long to wait, in milliseconds of real time
 * @returns the page, or how the request failed: `hang` if there was no answer within `waitMs`, `reset` if the connection was reset,
 * `empty` if it was closed normally without an answer, `garbage` if the answer is not HTTP
 */
export async function visitPage(
  address: string,
  { cookie, form, waitMs }: { readonly cookie: string; readonly form?: URLSearchParams; readonly waitMs: number },
): Promise<Page | BrokenPage> {
  const signal = AbortSignal.timeout(waitMs);
  try {
    const sent = request(address, {
      method: form ? 'POST' : 'GET',
      headers: { cookie, ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
      maxHeaderSize,
      agent: false,
      signal,
    });
    sent.end(form?.toString());
    // The cast is safe: the event 'response' has one argument, the message.
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    // From now on, an error of the request must end the reading of the body.
    sent.on('error', (error) => response.destroy(error));
    const body = await text(response);
    const { location = '', 'set-cookie': setCookie = [] } = response.headers;
    return { status: response.statusCode ?? 0, location, setCookie, body };
  } catch (error) {
    if (signal.aborted) return 'hang';
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Node uses the same code for a normal close without an answer; only system errors have `syscall`.
    if (code === 'ECONNRESET') return error instanceof Error && 'syscall' in error ? 'reset' : 'empty';
    if (code.startsWith('HPE_')) return 'garbage';
    // Any other error, such as a refused connection, means that the door is not open, which is an error of the caller.
    throw error;
  }
}
