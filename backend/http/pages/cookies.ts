import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { NewOpening } from '../../authorizing/openings.ts';
import { randomSecret } from '../../vault/secret.ts';

/** An attempt's 15 minutes and a while to read the page. */
const openingSeconds = 20 * 60;
const markerSeconds = 180 * 24 * 3600;

/**
 * The pages' cookies. On https they are `__Host-`: no subdomain and no plain http can plant one. `SameSite=Lax`, since ANAF
 * sends the browser back from another site.
 */
export class PageCookies {
  readonly #prefix: string;
  readonly #isHttps: boolean;

  constructor(isHttps: boolean) {
    this.#isHttps = isHttps;
    this.#prefix = isHttps ? '__Host-' : '';
  }

  setOpening(response: Response, { id, cookie }: NewOpening): void {
    this.#set(response, `spv-o-${id}`, cookie.reveal(), openingSeconds);
  }

  openingOf(request: Request, openingId: string): string | undefined {
    return this.#read(request, `spv-o-${openingId}`);
  }

  /** Tells whether two openings came from one browser. Made at the first; says nothing about the person. */
  markBrowser(request: Request, response: Response): string {
    const marker = this.#read(request, 'spv-browser') ?? randomSecret().reveal();
    this.#set(response, 'spv-browser', marker, markerSeconds);
    return marker;
  }

  #set(response: Response, name: string, value: string, maxAgeSeconds: number): void {
    response.cookie(`${this.#prefix}${name}`, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.#isHttps,
      maxAge: maxAgeSeconds * 1000,
    });
  }

  #read(request: Request, name: string): string | undefined {
    return parseCookie(request.get('cookie') ?? '')[`${this.#prefix}${name}`] || undefined;
  }
}
