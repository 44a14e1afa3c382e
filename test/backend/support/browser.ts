import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A minimal browser: keeps the cookies of one origin, runs no script and does not follow redirects. */
export class Browser {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  /** Headers and body of every answer, for tests that search them. */
  readonly seen: string[] = [];

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  /** Adds a cookie that another browser received. */
  plantCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  dropCookie(name: string): void {
    this.#cookies.delete(name);
  }

  /** Follows a link from the page at `from`, or opens a typed address. */
  visit(url: string, options: { from?: string; headers?: Record<string, string> } = {}): Promise<Response> {
    const referer = options.from ? { referer: `${options.from}/` } : {};
    return this.#send(url, { headers: { 'sec-fetch-mode': 'navigate', ...referer, ...options.headers } });
  }

  /** Submits a form of a page of this origin. */
  submit(url: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }): Promise<Response> {
    return this.#send(url, { method: 'POST', headers });
  }

  async #send(url: string, init: { method?: string; headers: Record<string, string> }): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie && { cookie }) };
    const response = await exchange(new URL(url, this.#origin), init.method ?? 'GET', headers);
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    this.seen.push(`${JSON.stringify([...response.headers])}\n${await response.clone().text()}`);
    return response;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const end = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, end), pair.slice(end + 1));
  }
}

/** Not `fetch`, which overwrites the `Sec-Fetch-*` headers that a browser's navigation has. */
async function exchange(url: URL, method: string, headers: Record<string, string>): Promise<Response> {
  const sent = request(url, { method, headers, agent: false }).end();
  // `once` is typed as any[]; the event `response` has an IncomingMessage.
  const [received]: IncomingMessage[] = await once(sent, 'response');
  assert.ok(received);
  const answered = new Headers();
  for (const [name, values] of Object.entries(received.headersDistinct)) {
    for (const value of values ?? []) answered.append(name, value);
  }
  const body = await text(received);
  // A Response with status 204 must not have a body, not even an empty one.
  return new Response(body || null, { status: received.statusCode ?? 0, headers: answered });
}
