import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/** An answer of the backend, not interpreted. */
export interface Answer {
  /** Method and path without its secret parts, for messages: `GET /v1/authorization`. */
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export interface SentRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How long a backend may take for one answer, in milliseconds. It waits for ANAF in some of them. */
const answerWithinMs = 60_000;

/**
 * Sends one request and follows no redirect. Not by `fetch`, which writes its own `Origin` and `Sec-Fetch-*` headers. Rejects
 * when there is no answer.
 */
export async function exchange(url: URL, { method, headers, body }: SentRequest): Promise<Answer> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(answerWithinMs);
  const sent = send(url, { method, headers, agent: false, signal }).end(body);
  // `once` returns `any[]`; this event has an `IncomingMessage`.
  const [received] = (await once(sent, 'response', { signal })) as [IncomingMessage];
  const answered = new Headers();
  for (const [name, values = []] of Object.entries(received.headersDistinct)) {
    for (const value of values) answered.append(name, value);
  }
  return {
    request: `${method} ${shownPath(url)}`,
    status: received.statusCode ?? 0,
    headers: answered,
    body: await text(received),
  };
}

/** Tickets, link secrets and ids are not shown. */
function shownPath({ pathname }: URL): string {
  return pathname.replace(/(\/(?:authorize|attempts|links|l)\/)[^/]+/, '$1…');
}
