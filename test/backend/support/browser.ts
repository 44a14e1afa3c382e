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
    const response = await fetch(new URL(url, this.#origin), {
      ...init,
      headers: { ...init.headers, ...(cookie && { cookie }) },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    this.seen.push(await response.clone().text());
    return response;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const end = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, end), pair.slice(end + 1));
  }
}
