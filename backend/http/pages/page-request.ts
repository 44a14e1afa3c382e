import type { Request } from 'express';
import type { CatalogueLocale } from 'spv-authorize/catalogue';

/** Language of a page: English for a browser that prefers it, otherwise Romanian. */
export function preferredLocale(request: Request): CatalogueLocale {
  return request.acceptsLanguages('ro', 'en') === 'en' ? 'en' : 'ro';
}

/**
 * Whether a form was sent from a page of this origin. A form on a page with `no-referrer` sends the origin `null`, so
 * `Sec-Fetch-Site` is read first.
 */
export function isFromOwnPage(request: Request, publicOrigin: string): boolean {
  const site = request.get('sec-fetch-site');
  return site === undefined ? request.get('origin') === publicOrigin : site === 'same-origin';
}

/** A parameter of the address. Undefined when it is missing, empty or given several times. */
export function textParameter(request: Request, name: string): string | undefined {
  const value: unknown = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
