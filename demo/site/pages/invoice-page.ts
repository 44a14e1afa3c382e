import { isSendable } from '../../invoices/delivery.ts';
import type { Invoice, InvoiceLine, Party } from '../../invoices/invoice.ts';
import { lineNetBani, totalsOf } from '../../invoices/totals.ts';
import { html, type Markup } from './html.ts';
import { deliveryBadge } from './invoices-page.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';

/**
 * One invoice: its state in e-Factura, the button that sends it, and its content.
 * @param spvElement opened by *Trimite e-Factura* when the company has no authorization
 * @param refusal why the invoice was not sent, for a browser without JavaScript
 */
export function invoicePage(invoice: Invoice, spvElement: Markup, context: PageContext, refusal?: string): Page {
  const { texts, format } = context;
  const totals = totalsOf(invoice);
  const body = html`
    <p class="crumbs"><a href="/facturi">${texts.invoice.back}</a></p>
    <div class="title">
      <h1>${texts.invoice.title(invoice.number)}</h1>
      ${deliveryBadge(invoice.delivery, texts.delivery)}
    </div>
    <div class="actions">
      ${deliveryAction(invoice, context)}
      <a class="button quiet" href="/facturi/${invoice.id}/factura.xml">${texts.invoice.xml}</a>
    </div>
    <p id="outcome" class="outcome${refusal && ' failed'}" role="status">${refusal ?? deliveryNote(invoice, context)}</p>
    <article class="sheet">
      <div class="parties">
        ${partyBlock(texts.invoice.supplier, invoice.supplier, context)}
        ${partyBlock(texts.invoice.customer, invoice.customer, context)}
        <dl>
          <dt>${texts.sent.issued}</dt><dd>${format.date(invoice.issuedOn)}</dd>
          <dt>${texts.sent.due}</dt><dd>${format.date(invoice.dueOn)}</dd>
          <dt>IBAN</dt><dd>${inFours(invoice.iban)}</dd>
        </dl>
      </div>
      <table class="lines">
        <thead><tr>
          <th scope="col">${texts.invoice.item}</th>
          <th scope="col" class="number">${texts.invoice.quantity}</th>
          <th scope="col" class="number">${texts.invoice.price}</th>
          <th scope="col" class="number">${texts.invoice.vat}</th>
          <th scope="col" class="number">${texts.invoice.value}</th>
        </tr></thead>
        <tbody>${invoice.lines.map((line) => lineRow(line, context))}</tbody>
      </table>
      <dl class="totals">
        <dt>${texts.invoice.net}</dt><dd>${format.money(totals.netBani)}</dd>
        ${totals.vatGroups.map((group) => html`<dt>${texts.invoice.vat} ${group.vatPercent}%</dt><dd>${format.money(group.vatBani)}</dd>`)}
        <dt class="gross">${texts.invoice.gross}</dt><dd class="gross">${format.money(totals.grossBani)}</dd>
      </dl>
    </article>
    ${spvElement}`;
  return { title: texts.invoice.title(invoice.number), section: 'sent', body, script: 'invoice' };
}

function deliveryAction(invoice: Invoice, { texts }: PageContext): Markup | undefined {
  if (isSendable(invoice)) {
    return html`<form id="send" method="post" action="/facturi/${invoice.id}/trimite"
      data-sending="${texts.invoice.sending}" data-failed="${texts.invoice.sendFailed}">
      <button class="button">${texts.invoice.send}</button>
    </form>`;
  }
  if (invoice.delivery.state === 'processing') {
    return html`<form method="post" action="/facturi/${invoice.id}/stare"><button class="button">${texts.invoice.checkStatus}</button></form>`;
  }
  return undefined;
}

function deliveryNote(invoice: Invoice, { texts }: PageContext): string | undefined {
  const { delivery } = invoice;
  if (delivery.state === 'not-sent') return undefined;
  if (delivery.state === 'rejected') {
    if ('reason' in delivery) return texts.invoice.rejectedBecause(delivery.reason);
    return texts.invoice.rejectedMessage(delivery.messageId);
  }
  return texts.invoice.sentAs(delivery.uploadId);
}

function partyBlock(label: string, party: Party, { texts }: PageContext): Markup {
  return html`
    <div>
      <h2>${label}</h2>
      <p><strong>${party.name}</strong><br>${texts.invoice.taxId(party.taxId)} · ${party.tradeRegister}<br>${party.street}, ${party.city}</p>
    </div>`;
}

function lineRow(line: InvoiceLine, { texts, format }: PageContext): Markup {
  return html`
    <tr>
      <td>${line.name}</td>
      <td class="number" data-label="${texts.invoice.quantity}">${format.quantity(line.quantity)} ${texts.units[line.unit](line.quantity)}</td>
      <td class="number" data-label="${texts.invoice.price}">${format.money(line.unitPriceBani)}</td>
      <td class="number" data-label="${texts.invoice.vat}">${line.vatPercent}%</td>
      <td class="number" data-label="${texts.invoice.value}">${format.money(lineNetBani(line))}</td>
    </tr>`;
}

/** An IBAN in groups of four characters, as banks print it. */
function inFours(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
