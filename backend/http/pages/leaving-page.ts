import { html } from '../../markup/html.ts';
import { type PageContext, renderPage } from './page.ts';

/**
 * The page that a browser shows while it loads ANAF's page, to which the header `Refresh` leads. Its link, for a browser that
 * ignores the header, leads to the confirmation page.
 */
export function leavingPage(context: PageContext): string {
  const { title, text, link } = context.text.leaving;
  return renderPage(context, {
    title,
    line: 'moving',
    body: html`<p class="quiet">${text} <a href="?">${link}</a>.</p>`,
  });
}
