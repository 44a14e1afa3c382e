import type { TicketView } from '../../authorizing/openings.ts';
import { html } from '../../markup/html.ts';
import { type PageContext, renderPage, servicesText } from './page.ts';

/**
 * The page that says which application asks for the authorization, for which company and for what. Shown to everybody
 * who did not come from the page that started the attempt.
 */
export function confirmationPage(context: PageContext, { attempt, company }: TicketView): string {
  const { confirmation } = context.text;
  const values = {
    application: context.application.name,
    company: company.name,
    taxId: company.taxId,
    services: servicesText(context),
  };
  return renderPage(context, {
    title: confirmation.title(values, attempt.user_name ?? undefined),
    line: 'none',
    company,
    body: html`<p class="quiet">${context.text.taxId(company.taxId)}</p>
      <ul>${confirmation.promises(values).map((promise) => html`<li>${promise}</li>`)}</ul>
      <form method="post"><button class="button">${confirmation.submit}</button></form>
      <p class="quiet">${confirmation.safe}</p>
      <details>
        <summary>${confirmation.needs.title}</summary>
        <ul>${confirmation.needs.items(values).map((item) => html`<li>${item}</li>`)}</ul>
      </details>`,
  });
}
