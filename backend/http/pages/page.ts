import { createHash } from 'node:crypto';
import type { CatalogueLocale } from 'spv-authorize/catalogue';
import type { Application, Service } from 'spv-authorize/contract';
import { Html, html } from '../../markup/html.ts';
import { en } from './en.ts';
import { type LineState, lineMark } from './line-mark.ts';
import { pageStyle } from './page-style.ts';
import type { PageText, PageValues } from './page-text.ts';
import { resultScript } from './result-script.ts';
import { ro } from './ro.ts';
import { shownName } from './shown-name.ts';

/** Language, texts and application of a page. */
export interface PageContext {
  readonly locale: CatalogueLocale;
  readonly text: PageText;
  readonly application: Application;
}

/** What differs from page to page. */
export interface PageParts {
  readonly title: string;
  readonly line: LineState;
  /** The company at the left end of the line. Without it the line has no labels. */
  readonly company?: { readonly name: string };
  readonly body: Html;
  /** Replaces the heading in the browser's tab and in link previews, for pages whose heading names a company. */
  readonly preview?: PagePreview;
  /** Address of the page in the other language. Without it the page has no switch. */
  readonly otherLanguage?: string;
  /** Data for the script. Present on pages whose result the opener waits for. */
  readonly signal?: PageSignal;
}

interface PagePreview {
  readonly title: string;
  readonly description: string;
}

/** What the script of a result page tells the page that waits. */
export interface PageSignal {
  readonly attemptId: string;
  readonly openingId: string;
  readonly origin: string;
  readonly backUrl: string | undefined;
  readonly hasSucceeded: boolean;
}

const texts: Readonly<Record<CatalogueLocale, PageText>> = { ro, en };

/** Creates the context of a page in a language. */
export function pageContext(locale: CatalogueLocale, application: Application): PageContext {
  return { locale, text: texts[locale], application };
}

/** Sources for the Content-Security-Policy: a page may use this style and this script only. */
export const styleSource = sourceOf(pageStyle);
export const scriptSource = sourceOf(resultScript);

/** The configured services for people, for example "e-Factura și e-Transport". */
export function servicesText({ text, application }: PageContext): string {
  return application.services.map((service) => serviceNames[service]).join(text.and);
}

/** The values of the sentences about a company. Names from hosts are made safe to stand in a sentence. */
export function pageValues(
  context: PageContext,
  company: { readonly name: string; readonly taxId: string },
): PageValues {
  return {
    application: context.application.name,
    company: shownName(company.name),
    taxId: company.taxId,
    services: servicesText(context),
  };
}

/** Renders a page as a complete HTML document. */
export function renderPage(context: PageContext, parts: PageParts): string {
  const { title, line, company, body, signal, preview, otherLanguage } = parts;
  const page = html`<!doctype html>
<html lang="${context.locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${preview?.title ?? title} · ${context.application.name}</title>
    ${preview && previewTags(context, preview)}
    <style>${new Html(pageStyle)}</style>
  </head>
  <body${signalAttributes(signal)}>
    <main>
      ${header(context, otherLanguage)}
      <div class="between">
        ${company && html`<span class="name">${shownName(company.name)}</span>`}
        ${lineMark(line)}
        ${company && html`<span class="anaf">ANAF</span>`}
      </div>
      <h1>${title}</h1>
      ${body}
      ${footer(context)}
    </main>
    ${signal && html`<script>${new Html(resultScript)}</script>`}
  </body>
</html>
`;
  return String(page);
}

const serviceNames: Readonly<Record<Service, string>> = { 'e-factura': 'e-Factura', 'e-transport': 'e-Transport' };

function signalAttributes(signal: PageSignal | undefined): Html | undefined {
  if (!signal) return undefined;
  const { attemptId, openingId, origin, backUrl, hasSucceeded } = signal;
  return html` data-attempt="${attemptId}" data-opening="${openingId}" data-origin="${origin}"${
    backUrl === undefined ? undefined : html` data-back="${backUrl}"`
  }${hasSucceeded ? html` data-succeeded` : undefined}`;
}

/** The Open Graph tags that messengers and mail programs read. They name the application only. */
function previewTags({ application: { name, logoUrl }, locale }: PageContext, preview: PagePreview): Html {
  return html`<meta name="description" content="${preview.description}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${name}" />
    <meta property="og:locale" content="${openGraphLocales[locale]}" />
    <meta property="og:title" content="${preview.title}" />
    <meta property="og:description" content="${preview.description}" />
    ${logoUrl && html`<meta property="og:image" content="${logoUrl}" />`}`;
}

const openGraphLocales: Readonly<Record<CatalogueLocale, string>> = { ro: 'ro_RO', en: 'en_GB' };

function header({ application, locale }: PageContext, otherLanguage: string | undefined): Html {
  return html`<header class="top">
        ${whoAsks(application)}
        ${otherLanguage && languageSwitch(locale === 'ro' ? 'en' : 'ro', otherLanguage)}
      </header>`;
}

/** The application's name and logo. */
export function whoAsks({ name, logoUrl }: Application): Html {
  return html`<p class="who">${logoUrl && html`<img src="${logoUrl}" alt="" />`}<strong>${name}</strong></p>`;
}

const languageNames: Readonly<Record<CatalogueLocale, string>> = { ro: 'Română', en: 'English' };

function languageSwitch(locale: CatalogueLocale, href: string): Html {
  return html`<a class="language" href="${href}" lang="${locale}" hreflang="${locale}">${languageNames[locale]}</a>`;
}

function footer({ text, application: { supportEmail, privacyUrl } }: PageContext): Html | undefined {
  if (!supportEmail && !privacyUrl) return undefined;
  return html`<footer><p>
        ${supportEmail ? html`${text.support}: <a href="mailto:${supportEmail}">${supportEmail}</a>` : undefined}
        ${supportEmail && privacyUrl ? html` · ` : undefined}
        ${privacyUrl ? html`<a href="${privacyUrl}">${text.privacy}</a>` : undefined}
      </p></footer>`;
}

/** A source for the Content-Security-Policy that permits exactly this text. */
export function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
