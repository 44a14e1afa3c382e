import type { DeadLink } from '../../../links/link-visits.ts';
import { html } from '../../../markup/html.ts';
import { type PageContext, renderPage } from '../page.ts';
import { previewOf } from './landing-page.ts';
import { type Invitation, linkTextOf, linkValuesOf } from './link-context.ts';

/** Asks once more before a link is declined. `address` is the link's own. */
export function declinePage(context: PageContext, invitation: Invitation, address: string): string {
  const { decline } = linkTextOf(context);
  const values = linkValuesOf(context, invitation, '');
  return renderPage(context, {
    title: decline.title(values),
    line: 'none',
    company: { name: values.company },
    preview: previewOf(context),
    otherLanguage: `?lang=${context.locale === 'ro' ? 'en' : 'ro'}`,
    body: html`<p>${decline.text}</p>
      <form method="post"><button class="button">${decline.submit}</button></form>
      <a class="secondary" href="${address}">${decline.back}</a>`,
  });
}

/** The answer to a declined link. It no longer names the company. */
export function declinedPage(context: PageContext): string {
  const { title, text } = linkTextOf(context).decline.done;
  return renderPage(context, { title, line: 'none', body: html`<p>${text}</p>` });
}

/** A link that leads nowhere. The page says nothing about the company: a stranger may have found the address. */
export function linkEndPage(context: PageContext, end: DeadLink['kind']): string {
  const { title, text } = linkTextOf(context).ends[end];
  return renderPage(context, {
    title,
    line: end === 'used' ? 'active' : 'none',
    preview: previewOf(context),
    otherLanguage: `?lang=${context.locale === 'ro' ? 'en' : 'ro'}`,
    body: html`<p>${text}</p>`,
  });
}
