import { html, type Markup } from './html.ts';
import type { PageContext } from './page-context.ts';

/** What differs from page to page. */
export interface Page {
  readonly title: string;
  readonly section: 'sent' | 'received' | 'account';
  readonly body: Markup;
  /** File name in `/assets` without `.js`. Default: a page without script. */
  readonly script?: string;
}

/** The frame of every page: navigation, choice of company and language, and the notice that this is a demonstration. */
export function layout(page: Page, context: PageContext): Markup {
  const { texts, tenant } = context;
  return html`<!doctype html>
<html lang="${texts.lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${page.title} · Condei</title>
  <link rel="icon" href="/assets/condei.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/site.css">
  ${page.script && html`<script type="module" src="/assets/${page.script}.js"></script>`}
</head>
<body>
  <header class="bar">
    <a class="brand" href="/facturi"><img src="/assets/condei.svg" alt="" width="28" height="28">Condei</a>
    <nav class="sections" aria-label="Condei">
      ${sectionLink('/facturi', texts.navigation.sent, page.section === 'sent')}
      ${sectionLink('/primite', texts.navigation.received, page.section === 'received')}
      ${sectionLink('/cont/integrari/e-factura', texts.navigation.account, page.section === 'account')}
    </nav>
    <form class="companies" method="post" action="/firma">
      <label class="visually-hidden" for="company">${texts.navigation.company}</label>
      <select id="company" name="companyId">
        ${context.tenants.map(
          ({ companyId, party }) =>
            html`<option value="${companyId}"${companyId === tenant.companyId && html` selected`}>${party.name}</option>`,
        )}
      </select>
      <button class="quiet">${texts.navigation.switchCompany}</button>
    </form>
  </header>
  <main>${page.body}</main>
  <footer class="foot">
    <p>${texts.demoNotice}</p>
    <form method="post" action="/limba"><button class="quiet" name="lang" value="${texts.lang === 'ro' ? 'en' : 'ro'}">${texts.otherLanguage}</button></form>
  </footer>
</body>
</html>
`;
}

function sectionLink(href: string, label: string, current: boolean): Markup {
  return html`<a href="${href}"${current && html` aria-current="page"`}>${label}</a>`;
}
