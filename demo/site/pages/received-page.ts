import type { ReceivedList } from '../../invoices/received-invoices.ts';
import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** The list of the invoices that the chosen company received, or why there is none. */
export function receivedPage(list: ReceivedList, context: PageContext): Page {
  const { texts } = context;
  const body = html`
    <h1>${texts.received.title}</h1>
    <p class="intro">${texts.received.intro}</p>
    ${listBlock(list, context)}`;
  return { title: texts.received.title, section: 'received', body };
}

function listBlock(list: ReceivedList, { texts, format }: PageContext): Markup {
  switch (list.state) {
    case 'refused':
      if (list.reason !== 'notAuthorized') return html`<div class="empty"><p>${texts.errors[list.reason]}</p></div>`;
      return html`
        <div class="empty">
          <p>${texts.received.notAuthorized}</p>
          <p><a class="button" href="/cont/integrari/e-factura">${texts.received.authorize}</a></p>
        </div>`;
    case 'listed':
      if (list.messages.length === 0) return html`<div class="empty"><p>${texts.received.none}</p></div>`;
      return html`
        <table class="list">
          <thead><tr>
            <th scope="col">${texts.received.message}</th>
            <th scope="col">${texts.received.receivedOn}</th>
            <th scope="col">${texts.received.details}</th>
            <th scope="col"><span class="visually-hidden">${texts.received.download}</span></th>
          </tr></thead>
          <tbody>${list.messages.map(
            (message) => html`
              <tr>
                <td>${message.id}</td>
                <td data-label="${texts.received.receivedOn}">${format.date(message.receivedOn)}</td>
                <td data-label="${texts.received.details}">${message.details}</td>
                <td><a href="/primite/${message.id}.zip">${texts.received.download}</a></td>
              </tr>`,
          )}</tbody>
        </table>`;
    default:
      return list satisfies never;
  }
}
