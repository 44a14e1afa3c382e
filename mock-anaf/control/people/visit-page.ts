import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { BrokenKind } from '../../wire/http/answer.ts';

export interface Page {
  readonly status: number;
  readonly location: string;
  readonly setCookie: readonly string[];
  readonly body: string;
}

export type BrokenPage = BrokenKind;

/** Headers of an answer; `fetch` would stop at 16 KB, which a long state goes beyond. */
const maxHeaderSize = 256 * 1024;

/**
 * Visits one page over HTTP; no redirect is followed.
 * @returns `hang` if it is not there after `waitMs`, by the machine's time; `reset` if the connection was cut; `empty` if it was
 * closed in order and without an answer; `garbage` if what came is no HTTP
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
    // A request that answers answers with one message.
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    // What goes wrong from now on is for whoever reads the body.
    sent.on('error', (error) => response.destroy(error));
    const body = await text(response);
    const { location = '', 'set-cookie': setCookie = [] } = response.headers;
    return { status: response.statusCode ?? 0, location, setCookie, body };
  } catch (error) {
    if (signal.aborted) return 'hang';
    // A door that is not there any more is another matter, and a fault of whoever asks.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Only what the system reports has a call that failed.
    if (code === 'ECONNRESET') return error instanceof Error && 'syscall' in error ? 'reset' : 'empty';
    if (code.startsWith('HPE_')) return 'garbage';
    throw error;
  }
}
