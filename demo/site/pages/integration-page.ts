import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';

/**
 * *Contul meu › Integrări › e-Factura*, the page with the element. Below it the demonstration says how to play the second person.
 */
export function integrationPage(spvElement: Markup, accountantName: string, { texts }: PageContext): Page {
  const { secondPerson } = texts.account;
  const body = html`
    <p class="crumbs">${texts.navigation.account} › ${texts.account.integrations}</p>
    <h1>${texts.account.title}</h1>
    <p class="intro">${texts.account.intro}</p>
    ${spvElement}
    <details class="second-person">
      <summary>${secondPerson.title}</summary>
      <ol>${secondPerson.steps(accountantName).map((step) => html`<li>${step}</li>`)}</ol>
    </details>
    <noscript><p class="empty">${texts.account.withoutScript}</p></noscript>`;
  return {
    title: `${texts.account.integrations} · ${texts.account.title}`,
    section: 'account',
    body,
    script: 'integration',
  };
}
