import { type BrokenPage, type Page, visitPage } from './visit-page.ts';

/** Where a login ended. */
export interface LoginResult {
  /** The redirect address with code or error. Absent if the login did not send the person back to the application. */
  readonly location?: string;
  /** The last page of the login, if it did not send the person back. */
  readonly page?: string;
  /** Instead of both: the login broke the connection, sent something that is not HTTP, or did not answer in time. */
  readonly broken?: BrokenPage;
}

const maxRedirects = 10;

/** A minimal browser. It keeps cookies, and follows redirects within the login. */
export class LoginBrowser {
  readonly #origin: string;
  readonly #waitMs: number;
  readonly #cookies = new Map<string, string>();

  /** @param waitMs how long to wait for each page */
  constructor(origin: string, waitMs: number) {
    this.#origin = origin;
    this.#waitMs = waitMs;
  }

  /** Opens a path of the login, or posts a form to it, and follows the redirects. */
  async open(path: string, form?: URLSearchParams): Promise<LoginResult> {
    let page = await this.#visit(path, form);
    for (
      let redirects = 0;
      typeof page === 'object' && page.status === 302 && redirects < maxRedirects;
      redirects += 1
    ) {
      const location = new URL(page.location, this.#origin);
      // Return the address exactly as it was sent, because a test may compare every byte.
      if (location.origin !== this.#origin) return { location: page.location };
      page = await this.#visit(location.pathname + location.search);
    }
    return typeof page === 'object' ? { page: page.body } : { broken: page };
  }

  async #visit(path: string, form?: URLSearchParams): Promise<Page | BrokenPage> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await visitPage(this.#origin + path, { cookie, waitMs: this.#waitMs, ...(form && { form }) });
    if (typeof page === 'object') for (const line of page.setCookie) this.#keep(line);
    return page;
  }

  #keep(line: string): void {
    const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
    if (value === 'deleted') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
