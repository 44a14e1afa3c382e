import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A small browser: it keeps the cookies of one origin, runs no script and does not follow redirects. */
export class Browser {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  /** The cookies as a request carries them. */
  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Stores a cookie that another browser received. */
  plantCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** Opens an address: by a link on the page of `from`, or typed in. `from` is sent as `Referer`. */
  visit(url: string, options: { from?: string; headers?: Record<string, string> } = {}): Promise<Response> {
    const referer = options.from ? { referer: `${options.from}/` } : {};
    return this.#send(url, { headers: { 'sec-fetch-mode': 'navigate', ...referer, ...options.headers } });
  }

  /** Sends the form of a page of this origin. */
  submit(url: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }): Promise<Response> {
    return this.#send(url, { method: 'POST', headers });
  }

  /** Fills in the form of a page of this origin and sends it. */
  submitFilled(url: string, fields: Record<string, string>): Promise<Response> {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
    return this.#send(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  }

  /** Sends a form of a page of another site to this origin. The browser then sends no cookie. */
  submitFromSite(url: string, origin: string): Promise<Response> {
    const headers = { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    return this.#send(url, { method: 'POST', headers, withCookies: false });
  }

  async #send(url: string, init: Sent): Promise<Response> {
    const cookie = init.withCookies === false ? '' : this.cookieHeader;
    const headers = { ...init.headers, ...(cookie && { cookie }) };
    const response = await exchange(new URL(url, this.#origin), { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    assert.ok(name && value, `not a cookie: ${line}`);
    this.#cookies.set(name, value);
  }
}

interface Sent {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly withCookies?: boolean;
  readonly body?: string;
}

/** By `node:http`, because `fetch` writes its own `Sec-Fetch-*` headers, which a navigation does not have. */
async function exchange(url: URL, { method = 'GET', headers, body: content }: Sent): Promise<Response> {
  const sent = request(url, { method, headers, agent: false }).end(content);
  // `once` returns `any[]`; this event has an `IncomingMessage`.
  const [received]: IncomingMessage[] = await once(sent, 'response');
  assert.ok(received);
  const answered = new Headers();
  for (const [name, values] of Object.entries(received.headersDistinct)) {
    assert.ok(values);
    for (const value of values) answered.append(name, value);
  }
  const body = await text(received);
  // The status 204 permits no body, not even an empty one.
  assert.ok(received.statusCode);
  return new Response(body || null, { status: received.statusCode, headers: answered });
}
