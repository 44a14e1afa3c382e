import type { XmlElement } from '../xml/xml-element.ts';
import { hundredthsOrZero } from './amounts.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import type { InvoiceView } from './invoice-view.ts';

const datePaths = [
  'IssueDate',
  'DueDate',
  'TaxPointDate',
  'Delivery/ActualDeliveryDate',
  'InvoicePeriod/StartDate',
  'InvoicePeriod/EndDate',
];

/** Checks on dates, periods, and the due date of the payment. */
export const dateChecks: readonly InvoiceCheck[] = [
  ...checksOf('UBL 2.1', [
    [
      'UBL-DATE',
      'Fiecare data trebuie sa fie o zi din calendar, in forma AAAA-LL-ZZ.',
      'Each date must be a day of the calendar, written YYYY-MM-DD.',
      ({ root }) => datePaths.some((path) => root.all(path).some(({ text }) => text !== '' && !isDay(text))),
    ],
  ]),
  ...checksOf('EN 16931', [
    [
      'BR-29',
      'Sfarsitul perioadei de facturare (BT-74) nu poate fi inaintea inceputului ei (BT-73).',
      'The invoicing period must not end (BT-74) before it begins (BT-73).',
      ({ root }) => root.all('InvoicePeriod').some(endsBeforeItBegins),
    ],
    [
      'BR-30',
      'Sfarsitul perioadei unei linii (BT-135) nu poate fi inaintea inceputului ei (BT-134).',
      'The period of a line must not end (BT-135) before it begins (BT-134).',
      ({ lines }) => lines.some((line) => line.all('InvoicePeriod').some(endsBeforeItBegins)),
    ],
    [
      'BR-CO-03',
      'Data de exigibilitate a TVA (BT-7) si codul ei (BT-8) se exclud reciproc.',
      'The VAT point date (BT-7) and its code (BT-8) exclude each other.',
      (invoice) => invoice.text('TaxPointDate') !== '' && invoice.text('InvoicePeriod/DescriptionCode') !== '',
    ],
    [
      'BR-CO-19',
      'Perioada de facturare (BG-14) trebuie sa aiba un inceput, un sfarsit sau ambele.',
      'An invoicing period (BG-14) must have a beginning, an end, or both.',
      ({ root }) =>
        root.all('InvoicePeriod').some((period) => isEmpty(period) && period.textAt('DescriptionCode') === ''),
    ],
    [
      'BR-CO-20',
      'Perioada unei linii (BG-26) trebuie sa aiba un inceput, un sfarsit sau ambele.',
      'The period of a line (BG-26) must have a beginning, an end, or both.',
      ({ lines }) => lines.some((line) => line.all('InvoicePeriod').some(isEmpty)),
    ],
    [
      'BR-CO-25',
      'Daca suma de plata (BT-115) este pozitiva, trebuie sa existe scadenta (BT-9) sau termenii de plata (BT-20).',
      'If the amount due (BT-115) is above zero, there must be a due date (BT-9) or payment terms (BT-20).',
      (invoice) => isToBePaid(invoice) && !hasDueDate(invoice) && invoice.text('PaymentTerms/Note') === '',
    ],
  ]),
];

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function endsBeforeItBegins(period: XmlElement): boolean {
  const [start, end] = [period.textAt('StartDate'), period.textAt('EndDate')];
  // Dates in the format YYYY-MM-DD can be compared as text.
  return isDay(start) && isDay(end) && end < start;
}

function isEmpty(period: XmlElement): boolean {
  return period.textAt('StartDate') === '' && period.textAt('EndDate') === '';
}

// documented: the rule applies to invoices; a credit note has its due date in another field, and requires no payment by the buyer
function isToBePaid({ isCreditNote, totals }: InvoiceView): boolean {
  return !isCreditNote && hundredthsOrZero(totals, 'PayableAmount') > 0;
}

function hasDueDate(invoice: InvoiceView): boolean {
  return invoice.text('DueDate') !== '' || invoice.text('PaymentMeans/PaymentDueDate') !== '';
}
