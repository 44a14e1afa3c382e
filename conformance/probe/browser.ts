import { type Answer, exchange } from './answer.ts';
import { firstForm, refreshTarget } from './html.ts';
import type { Transcript } from './transcript.ts';

/** Where a browser is after it followed redirects: at another site, or on a page of the backend. */
export type Arrival = { readonly left: URL } | { readonly page: Answer };

const maxSteps = 6;

/** A small browser for the pages of the backend: cookies of one origin, forms, redirects. It runs no script. */
export class Browser {
  readonly #origin: string;
  readonly #transcript: Transcript;
  readonly #cookies = new Map<string, string>();
  readonly #setCookies: string[] = [];

  /** @param origin of the backend */
  constructor(origin: string, transcript: Transcript) {
    this.#origin = origin;
    this.#transcript = transcript;
  }

  /** Every `Set-Cookie` header that it received. */
  get setCookies(): readonly string[] {
    return this.#setCookies;
  }

  /** Opens an address, as a link or a typed address does, and follows no redirect. */
  visit(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#send('GET', url, { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', ...headers });
  }

  /** Sends an empty form from a page of another site. A browser sends no `SameSite=Lax` cookies with it. */
  post(url: string, origin: string): Promise<Answer> {
    const headers = { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    return this.#send('POST', url, headers, { withCookies: false, fields: {} });
  }

  /** Presses the button of the first form of a page. Undefined for a page without a form. */
  async pressButton(page: Answer, url: string): Promise<Answer | undefined> {
    const form = firstForm(page.body);
    if (!form) return undefined;
    const headers = { origin: this.#origin, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' };
    return this.#send('POST', new URL(form.action || url, url).href, headers, { fields: form.fields });
  }

  /** Follows redirects, and pages that lead on by themselves, until another site or a page that stays. */
  async follow(answer: Answer, url: string): Promise<Arrival> {
    let [current, address] = [answer, url];
    for (let step = 0; step < maxSteps; step += 1) {
      const target = targetOf(current);
      if (target === undefined) return { page: current };
      const next = new URL(target, address);
      if (next.origin !== this.#origin) return { left: next };
      address = next.href;
      current = await this.visit(address, { 'sec-fetch-site': 'cross-site' });
    }
    return { page: current };
  }

  async #send(
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    form?: { readonly withCookies?: boolean; readonly fields: Readonly<Record<string, string>> },
  ): Promise<Answer> {
    const cookie = form?.withCookies === false ? '' : this.#cookieHeader();
    const sent = {
      method,
      headers: {
        ...headers,
        'accept-language': 'en',
        ...(cookie && { cookie }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { body: String(new URLSearchParams(form.fields)) }),
    };
    const answer = this.#transcript.add(await exchange(new URL(url, this.#origin), sent));
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(line: string): void {
    this.#setCookies.push(line);
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /;\s*max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

function targetOf({ status, headers }: Answer): string | undefined {
  if (status >= 300 && status < 400) return headers.get('location') ?? undefined;
  return refreshTarget(headers.get('refresh') ?? '');
}
