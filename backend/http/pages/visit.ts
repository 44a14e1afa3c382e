import type { Request, Response } from 'express';
import { type CatalogueLocale, catalogueLocales } from 'spv-authorize/catalogue';
import type { Application } from 'spv-authorize/contract';
import { referenceOf } from '../middleware/request-log.ts';
import type { PageCookies } from './cookies.ts';
import { noticePage } from './notice-page.ts';
import { type PageContext, pageContext } from './page.ts';
import { preferredLocale, textParameter } from './page-request.ts';
import type { Notice } from './page-text.ts';

/** A request for a page, and its answer. */
export interface Visit {
  readonly request: Request;
  readonly response: Response;
}

/** What every page needs. */
export interface PageBasics {
  readonly application: Application;
  readonly cookies: PageCookies;
}

/** Query parameter with the language that the person chose. */
const languageParameter = 'lang';

/**
 * The context of a page. Its language is the one that the person chose on a page, otherwise the one that the browser prefers.
 */
export function contextOf({ application, cookies }: PageBasics, { request, response }: Visit): PageContext {
  const chosen = localeIn(textParameter(request, languageParameter));
  if (chosen) cookies.setLanguage(response, chosen);
  const locale = chosen ?? localeIn(cookies.languageOf(request)) ?? preferredLocale(request);
  response.vary('Accept-Language').set('Content-Language', locale);
  return pageContext(locale, application);
}

function localeIn(text: string | undefined): CatalogueLocale | undefined {
  return catalogueLocales.find((locale) => locale === text);
}

/** Answers with a page. */
export function sendPage(response: Response, status: number, page: string): void {
  response.status(status).type('html').send(page);
}

/** Answers with a page about an exception. */
export function sendNotice(basics: PageBasics, visit: Visit, status: number, notice: Notice): void {
  const reference = notice === 'failed' ? referenceOf(visit.response) : undefined;
  sendPage(visit.response, status, noticePage(contextOf(basics, visit), notice, reference));
}

/** Express's `redirect` would write the address, which contains a secret, into the body. */
export function redirect(response: Response, url: string): void {
  response.status(303).set('Location', url).end();
}

/** Whether a person follows the address; `HEAD` and prefetches do not count. */
export function isNavigation(request: Request): boolean {
  return request.method !== 'HEAD' && request.get('sec-purpose') === undefined && request.get('purpose') === undefined;
}
