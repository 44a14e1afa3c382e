import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Tenant } from '../invoices/seed.ts';
import { layout, type Page } from './pages/layout.ts';
import { formatFor, languages, type PageContext } from './pages/page-context.ts';

/** Company and language of a request, as the visitor chose them. Default: the first company, in Romanian. */
export function contextOf(request: Request, tenants: readonly Tenant[]): PageContext {
  const { firma, limba } = parseCookie(request.get('Cookie') ?? '');
  const tenant = tenants.find(({ companyId }) => companyId === firma) ?? tenants[0];
  if (!tenant) throw new TypeError('"tenants" must name at least one company');
  const lang = limba === 'en' ? 'en' : 'ro';
  return { tenant, tenants, texts: languages[lang], format: formatFor(lang) };
}

/** Stores the visitor's choice in a session cookie, and redirects to the page that they came from. */
export function rememberChoice(response: Response, name: 'firma' | 'limba', value: unknown): void {
  const { req: request } = response;
  if (typeof value === 'string') {
    response.cookie(name, value, { sameSite: 'lax', httpOnly: true, secure: request.secure });
  }
  const cameFrom = request.get('Referer');
  const path = cameFrom && URL.canParse(cameFrom) ? new URL(cameFrom).pathname : '/facturi';
  // An invoice belongs to one company, so after a switch of the company its page would no longer exist.
  response.redirect(303, name === 'firma' && path.startsWith('/facturi/') ? '/facturi' : path);
}

/** Sends a page inside the layout. */
export function show(response: Response, page: Page, context: PageContext): void {
  response.type('html').set('Cache-Control', 'no-store').send(layout(page, context).toString());
}
