import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { NewOpening } from '../../authorizing/openings.ts';
import { randomSecret, type Secret } from '../../vault/secret.ts';

/** The 15 minutes of an attempt, and some time to read the result page. */
const openingSeconds = 20 * 60;
const markerSeconds = 180 * 24 * 3600;

/**
 * Cookies of the pages. On https their names start with `__Host-`, so that neither a subdomain nor a page on plain http
 * can set them. `SameSite=Lax`, because ANAF sends the browser back from another site.
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

  /** Keeps the secret of a receipt as long as its page can be reloaded: only its hash is stored. */
  setReceipt(response: Response, openingId: string, secret: Secret): void {
    this.#set(response, `spv-r-${openingId}`, secret.reveal(), openingSeconds);
  }

  receiptOf(request: Request, openingId: string): string | undefined {
    return this.#read(request, `spv-r-${openingId}`);
  }

  /**
   * Reads or creates a marker that tells whether two openings come from the same browser. It says nothing about the
   * person.
   */
  markBrowser(request: Request, response: Response): string {
    const marker = this.#read(request, 'spv-browser') ?? randomSecret().reveal();
    this.#set(response, 'spv-browser', marker, markerSeconds);
    return marker;
  }

  /** Keeps the language that the person chose. */
  setLanguage(response: Response, locale: string): void {
    this.#set(response, 'spv-lang', locale, markerSeconds);
  }

  languageOf(request: Request): string | undefined {
    return this.#read(request, 'spv-lang');
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
