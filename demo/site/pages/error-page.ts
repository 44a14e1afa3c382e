import { html } from './html.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** Says that the page does not exist, or that something went wrong. */
export function errorPage(kind: 'not-found' | 'failed', { texts }: PageContext): Page {
  const { errors } = texts;
  const title = kind === 'not-found' ? errors.notFound : errors.failed;
  const body = html`
    <h1>${title}</h1>
    <p class="intro">${kind === 'not-found' ? errors.notFoundHint : errors.failedHint}</p>
    <p><a class="button" href="/facturi">${errors.home}</a></p>`;
  return { title, section: 'sent', body };
}
