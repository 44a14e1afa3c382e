import type { Delivery, Invoice } from '../../invoices/invoice.ts';
import { totalsOf } from '../../invoices/totals.ts';
import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** The list of the invoices that the chosen company issued. */
export function invoicesPage(invoices: readonly Invoice[], context: PageContext): Page {
  const { texts } = context;
  const body = html`
    <h1>${texts.sent.title}</h1>
    <p class="intro">${texts.sent.intro}</p>
    <table class="list">
      <thead><tr>
        <th scope="col">${texts.sent.number}</th>
        <th scope="col">${texts.sent.customer}</th>
        <th scope="col">${texts.sent.issued}</th>
        <th scope="col">${texts.sent.due}</th>
        <th scope="col" class="number">${texts.sent.total}</th>
        <th scope="col">${texts.sent.delivery}</th>
      </tr></thead>
      <tbody>${invoices.map((invoice) => row(invoice, context))}</tbody>
    </table>`;
  return { title: texts.sent.title, section: 'sent', body };
}

function row(invoice: Invoice, { texts, format }: PageContext): Markup {
  return html`
    <tr>
      <td><a href="/facturi/${invoice.id}">${invoice.number}</a></td>
      <td data-label="${texts.sent.customer}">${invoice.customer.name}</td>
      <td data-label="${texts.sent.issued}">${format.date(invoice.issuedOn)}</td>
      <td data-label="${texts.sent.due}">${format.date(invoice.dueOn)}</td>
      <td data-label="${texts.sent.total}" class="number">${format.money(totalsOf(invoice).grossBani)}</td>
      <td data-label="${texts.sent.delivery}">${deliveryBadge(invoice.delivery, texts.delivery)}</td>
    </tr>`;
}

/** The state of an invoice in e-Factura, as a short label. */
export function deliveryBadge(delivery: Delivery, labels: PageContext['texts']['delivery']): Markup {
  return html`<span class="badge ${delivery.state}">${labels[delivery.state]}</span>`;
}
