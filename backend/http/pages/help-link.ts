import type { CauseCode } from 'spv-authorize/contract';
import { type Html, html } from '../../markup/html.ts';
import type { PageContext } from './page.ts';

/**
 * A link to the section of a cause in the help, in the language of the page. It opens beside the page, which people
 * still need. Undefined without a help.
 */
export function helpLink({ application: { helpUrl }, locale, text }: PageContext, cause: CauseCode): Html | undefined {
  if (helpUrl === undefined) return undefined;
  return html`<p><a href="${helpUrl}/${locale}#${cause}" target="_blank" rel="noopener">${text.moreHelp}</a></p>`;
}
