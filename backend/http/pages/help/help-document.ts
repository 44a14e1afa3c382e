import { Html, html } from '../../../markup/html.ts';
import { lineMark } from '../line-mark.ts';
import { type PageContext, whoAsks } from '../page.ts';
import type { HelpContext } from './help-context.ts';
import { helpStyle } from './help-style.ts';

/** What differs between the documents of the help. */
export interface HelpParts {
  readonly title: string;
  /** Whether search engines may list the page. */
  readonly isListed: boolean;
  readonly body: Html;
}

/** Renders a complete HTML document of the help. */
export function helpDocument(context: HelpContext, { title, isListed, body }: HelpParts): string {
  const { page, words, url, otherLocale, otherUrl } = context;
  const { application, locale } = page;
  const listed = html`<link rel="canonical" href="${url}" />
    <link rel="alternate" hreflang="${otherLocale}" href="${otherUrl}" />`;
  const document = html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${isListed ? listed : html`<meta name="robots" content="noindex" />`}
    <title>${title} · ${application.name}</title>
    <style>${new Html(helpStyle)}</style>
  </head>
  <body>
    <header>
      ${whoAsks(application)}
      <div class="between">${lineMark('none')}<span>ANAF</span></div>
      <a class="language" lang="${otherLocale}" hreflang="${otherLocale}" href="${otherUrl}">${words.otherLanguage}</a>
    </header>
    <main>
      ${body}
    </main>
    ${privacyFooter(page)}
  </body>
</html>
`;
  return String(document);
}

function privacyFooter({ text, application: { privacyUrl } }: PageContext): Html | undefined {
  return privacyUrl === undefined
    ? undefined
    : html`<footer><p><a href="${privacyUrl}">${text.privacy}</a></p></footer>`;
}
