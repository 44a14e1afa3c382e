import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A browser in miniature: cookies of one origin, no script, redirects are answers. */
export class Browser {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  /** Every page, header and answer that it has seen, for tests that search them. */
  readonly seen: string[] = [];

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  /** Puts a cookie there that another browser got. */
  plantCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  dropCookie(name: string): void {
    this.#cookies.delete(name);
  }

  /** A link that was clicked on the page at `from`, or an address that was typed. */
  visit(url: string, options: { from?: string; headers?: Record<string, string> } = {}): Promise<Response> {
    const referer = options.from ? { referer: `${options.from}/` } : {};
    return this.#send(url, { headers: { 'sec-fetch-mode': 'navigate', ...referer, ...options.headers } });
  }

  /** The form of a page of this origin. */
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

/** `fetch` writes its own `Sec-Fetch-*` headers; a browser's navigation has others. */
async function exchange(url: URL, method: string, headers: Record<string, string>): Promise<Response> {
  const sent = request(url, { method, headers, agent: false }).end();
  // `once` gives an array of anything; this event has an `IncomingMessage`.
  const [received]: IncomingMessage[] = await once(sent, 'response');
  assert.ok(received);
  const answered = new Headers();
  for (const [name, values] of Object.entries(received.headersDistinct)) {
    for (const value of values ?? []) answered.append(name, value);
  }
  const body = await text(received);
  // A `Response` without content takes not even an empty body.
  return new Response(body || null, { status: received.statusCode ?? 0, headers: answered });
}
