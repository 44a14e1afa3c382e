import { html } from '../../markup/html.ts';
import { type PageContext, renderPage } from './page.ts';
import type { Notice } from './page-text.ts';

/** A page about an exception and what to do next. With `reference` support can find the request in the log. */
export function noticePage(context: PageContext, notice: Notice, reference?: string): string {
  const { title, text } = context.text.notices[notice];
  return renderPage(context, {
    title,
    line: notice === 'already-done' ? 'active' : 'none',
    body: html`<p>${text}</p>${reference && html`<p class="quiet">${context.text.result.reference(reference)}</p>`}`,
  });
}
