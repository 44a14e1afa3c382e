import type { TicketView } from '../../authorizing/openings.ts';
import { html } from '../../markup/html.ts';
import { type PageContext, pageValues, renderPage } from './page.ts';
import { shownName } from './shown-name.ts';

/**
 * The page that says which application asks for the authorization, for which company and for what. Shown to everybody
 * who did not come from the page that started the attempt.
 */
export function confirmationPage(context: PageContext, { attempt, company, account }: TicketView): string {
  const { confirmation } = context.text;
  const values = pageValues(context, company);
  return renderPage(context, {
    title: confirmation.title(values, attempt.user_name === null ? undefined : shownName(attempt.user_name)),
    line: 'none',
    company,
    body: html`<p class="quiet">${context.text.taxId(company.taxId)}</p>
      ${account === undefined ? undefined : html`<p>${confirmation.account(shownName(account), values.application)}</p>`}
      <ul>${confirmation.promises(values).map((promise) => html`<li>${promise}</li>`)}</ul>
      <form method="post"><button class="button">${confirmation.submit}</button></form>
      <p class="quiet">${confirmation.safe}</p>
      <details>
        <summary>${confirmation.needs.title}</summary>
        <ul>${confirmation.needs.items(values).map((item) => html`<li>${item}</li>`)}</ul>
      </details>`,
  });
}
