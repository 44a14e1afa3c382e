import { creditNoteTypes, currencies, invoiceTypes, isPaymentMeans, vatPointCodes } from './code-lists.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import type { InvoiceView } from './invoice-view.ts';

const customization = 'urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1';

/** Checks on the header of the invoice: specification, number, type, currencies, references, payment. */
export const headerChecks: readonly InvoiceCheck[] = [
  ...checksOf('CIUS-RO', [
    [
      'BR-RO-001',
      'Identificatorul specificatiei (BT-24) trebuie sa fie cel al CIUS-RO 1.0.1.',
      'The specification identifier (BT-24) must be the one of CIUS-RO 1.0.1.',
      (invoice) => invoice.text('CustomizationID') !== customization,
    ],
    [
      'BR-RO-010',
      'Numarul facturii (BT-1) trebuie sa contina cel putin o cifra.',
      'The invoice number (BT-1) must contain at least one digit.',
      (invoice) => invoice.text('ID') !== '' && !/\d/.test(invoice.text('ID')),
    ],
    [
      'BR-RO-020',
      'Codul tipului facturii (BT-3) trebuie sa fie 380, 384, 389 sau 751, iar al notei de creditare 381.',
      'The type code (BT-3) must be 380, 384, 389 or 751, and 381 for a credit note.',
      (invoice) => typeOf(invoice) !== '' && !typesOf(invoice).has(typeOf(invoice)),
    ],
    [
      'BR-RO-030',
      'Daca moneda facturii (BT-5) nu este RON, moneda de contabilizare a TVA (BT-6) trebuie sa fie RON.',
      'If the invoice currency (BT-5) is not RON, the VAT accounting currency (BT-6) must be RON.',
      (invoice) => isForeign(invoice) && invoice.text('TaxCurrencyCode') !== 'RON',
    ],
    [
      'BR-RO-040',
      'Codul datei de exigibilitate a TVA (BT-8) trebuie sa fie 3, 35 sau 432.',
      'The code of the VAT point date (BT-8) must be 3, 35 or 432.',
      ({ root }) => root.all('InvoicePeriod/DescriptionCode').some(({ text }) => !vatPointCodes.has(text)),
    ],
    [
      'BR-RO-A020',
      'O factura poate avea cel mult 20 de comentarii (BG-1).',
      'An invoice may have at most 20 notes (BG-1).',
      ({ root }) => root.all('Note').length > 20,
    ],
  ]),
  ...checksOf('EN 16931', [
    required('BR-02', 'numarul facturii (BT-1)', 'an invoice number (BT-1)', 'ID'),
    required('BR-03', 'data emiterii (BT-2)', 'an issue date (BT-2)', 'IssueDate'),
    [
      'BR-04',
      'Factura trebuie sa contina codul tipului facturii (BT-3).',
      'An invoice must have a type code (BT-3).',
      (invoice) => typeOf(invoice) === '',
    ],
    required('BR-05', 'codul monedei (BT-5)', 'a currency code (BT-5)', 'DocumentCurrencyCode'),
    [
      'BR-CL-04',
      'Codul monedei facturii (BT-5) trebuie sa fie din lista ISO 4217.',
      'The invoice currency (BT-5) must be a code of ISO 4217.',
      (invoice) => isUnknownCurrency(invoice.text('DocumentCurrencyCode')),
    ],
    [
      'BR-CL-05',
      'Codul monedei de contabilizare a TVA (BT-6) trebuie sa fie din lista ISO 4217.',
      'The VAT accounting currency (BT-6) must be a code of ISO 4217.',
      // If the invoice currency is not RON, BR-RO-030 already requires RON here.
      (invoice) => !isForeign(invoice) && isUnknownCurrency(invoice.text('TaxCurrencyCode')),
    ],
    [
      'BR-52',
      'Fiecare document justificativ (BG-24) trebuie sa aiba o referinta (BT-122).',
      'Each supporting document (BG-24) must have a reference (BT-122).',
      ({ root }) => root.all('AdditionalDocumentReference').some((document) => document.textAt('ID') === ''),
    ],
    [
      'BR-55',
      'Fiecare referinta la o factura anterioara (BG-3) trebuie sa aiba numarul ei (BT-25).',
      'Each preceding invoice reference (BG-3) must have its number (BT-25).',
      ({ root }) => root.all('BillingReference').some((one) => one.textAt('InvoiceDocumentReference/ID') === ''),
    ],
    [
      'BR-49',
      'Instructiunile de plata (BG-16) trebuie sa contina codul instrumentului de plata (BT-81).',
      'Payment instructions (BG-16) must have a payment means code (BT-81).',
      ({ root }) => root.all('PaymentMeans').some((means) => means.textAt('PaymentMeansCode') === ''),
    ],
    [
      'BR-CL-16',
      'Codul instrumentului de plata (BT-81) trebuie sa fie din lista UNTDID 4461.',
      'The payment means code (BT-81) must be a code of UNTDID 4461.',
      ({ root }) => root.all('PaymentMeans/PaymentMeansCode').some(({ text }) => text !== '' && !isPaymentMeans(text)),
    ],
    [
      'BR-61',
      'La plata prin transfer (BT-81 = 30 sau 58) trebuie sa existe contul de plata (BT-84).',
      'For a credit transfer (BT-81 = 30 or 58) there must be a payment account (BT-84).',
      ({ root }) =>
        root
          .all('PaymentMeans')
          .some(
            (means) =>
              ['30', '58'].includes(means.textAt('PaymentMeansCode')) &&
              means.textAt('PayeeFinancialAccount/ID') === '',
          ),
    ],
  ]),
];

function required(id: string, romanian: string, english: string, path: string) {
  const isBroken = (invoice: InvoiceView) => invoice.text(path) === '';
  return [id, `Factura trebuie sa contina ${romanian}.`, `An invoice must have ${english}.`, isBroken] as const;
}

function typeOf(invoice: InvoiceView): string {
  return invoice.text(invoice.isCreditNote ? 'CreditNoteTypeCode' : 'InvoiceTypeCode');
}

function typesOf({ isCreditNote }: InvoiceView): ReadonlySet<string> {
  return isCreditNote ? creditNoteTypes : invoiceTypes;
}

function isForeign(invoice: InvoiceView): boolean {
  const currency = invoice.text('DocumentCurrencyCode');
  return currencies.has(currency) && currency !== 'RON';
}

function isUnknownCurrency(code: string): boolean {
  return code !== '' && !currencies.has(code);
}
