import type { InvoiceParts } from '../../../support/invoice.ts';
import {
  allowanceCharge,
  before,
  buyer,
  type Changes,
  lineAllowanceCharge,
  place,
  sampleLine,
  untaxed,
} from './changes.ts';

const totals = (name: string, text: string) => `<cbc:${name} currencyID="RON">${text}</cbc:${name}>`;
const period = (xml: string) => `<cac:InvoicePeriod>${xml}</cac:InvoicePeriod>`;
const start = (text: string) => `<cbc:StartDate>${text}</cbc:StartDate>`;
const end = (text: string) => `<cbc:EndDate>${text}</cbc:EndDate>`;
const inDocument = (xml: string) => before(place.supplier, xml);
const means = (xml: string) => before(place.tax, `<cac:PaymentMeans>${xml}</cac:PaymentMeans>`);
const withoutDueDate = { '<cbc:DueDate>2026-12-24</cbc:DueDate>': '' };
const quantity = '<cbc:InvoicedQuantity unitCode="H87">2</cbc:InvoicedQuantity>';
const vatNumber =
  '<cac:PartyTaxScheme><cbc:CompanyID>RO90123459</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>';
const outsideScope = untaxed('O', { reason: 'Neplatitor', percent: '' });
const buyerNumber = '<cbc:CompanyID>90234171</cbc:CompanyID>';
const abroad = (address: string) => address.replace('Code>RO<', 'Code>DE<');
const secondLine = (category: string, rate: string, amount = '0.00') =>
  `<cac:InvoiceLine><cbc:ID>2</cbc:ID><cbc:InvoicedQuantity unitCode="H87">1</cbc:InvoicedQuantity>${totals('LineExtensionAmount', amount)}<cac:Item><cbc:Name>Altul</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>${category}</cbc:ID>${rate}</cac:ClassifiedTaxCategory></cac:Item><cac:Price>${totals('PriceAmount', amount)}</cac:Price></cac:InvoiceLine>`;
const secondGroup = (category: string, rate: string, base: string, tax: string) =>
  before(
    '\n  </cac:TaxTotal>',
    `<cac:TaxSubtotal>${totals('TaxableAmount', base)}${totals('TaxAmount', tax)}<cac:TaxCategory><cbc:ID>${category}</cbc:ID>${rate}</cac:TaxCategory></cac:TaxSubtotal>`,
  );
const ofBuyer = (xml: string) => before('<cac:PartyLegalEntity><cbc:RegistrationName>Beta', xml);
const percent = (rate: string) => `<cbc:Percent>${rate}</cbc:Percent>`;
const line = (xml: string) => before(place.line, xml);

/** An invoice at the limit of a rule: what is special about it, how it is made, and the rules that it breaks. */
type SpecialInvoice = readonly [
  title: string,
  changes: Changes,
  rules?: readonly string[],
  root?: InvoiceParts['root'],
];

export const specialInvoices: readonly SpecialInvoice[] = [
  ['has 20 notes', inDocument('<cbc:Note>Comentariu</cbc:Note>'.repeat(20))],
  ['is a credit note with the type of an invoice', { '>381<': '>380<' }, ['BR-RO-020'], 'CreditNote'],
  [
    'is a credit note without a type',
    { '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>': '' },
    ['BR-04'],
    'CreditNote',
  ],
  ...['384', '389', '751'].map((type): SpecialInvoice => [`has the type ${type}`, { '>380<': `>${type}<` }]),
  ...['3', '35', '432'].map(
    (code): SpecialInvoice => [
      `has the VAT point code ${code}`,
      inDocument(period(`<cbc:DescriptionCode>${code}</cbc:DescriptionCode>`)),
    ],
  ),
  [
    'is in euro, with VAT in an unknown currency',
    {
      '<cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>':
        '<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>EUX</cbc:TaxCurrencyCode>',
    },
    ['BR-RO-030'],
  ],
  ['has payment means with an empty code', means('<cbc:PaymentMeansCode/>'), ['BR-49']],
  ['is paid by card, without an account', means('<cbc:PaymentMeansCode>48</cbc:PaymentMeansCode>')],
  ['is paid by SEPA transfer, without an account', means('<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>'), ['BR-61']],

  ['has a due date that is no day', { '2026-12-24': '24.12.2026' }, ['UBL-DATE']],
  ['has an issue date with an hour', { '2026-11-24': '2026-11-24T00:00' }, ['UBL-DATE']],
  ['has an issue date of a month only', { '2026-11-24': '2026-11' }, ['UBL-DATE']],
  ['has an issue date in a month that does not exist', { '2026-11-24': '2026-13-01' }, ['UBL-DATE']],
  ['has an empty VAT point date', inDocument('<cbc:TaxPointDate/>')],
  ['has a VAT point date that is no day', inDocument('<cbc:TaxPointDate>x</cbc:TaxPointDate>'), ['UBL-DATE']],
  [
    'has a delivery date that is no day',
    inDocument('<cac:Delivery><cbc:ActualDeliveryDate>x</cbc:ActualDeliveryDate></cac:Delivery>'),
    ['UBL-DATE'],
  ],
  ['has a period that begins on no day', inDocument(period(start('x') + end('2026-11-24'))), ['UBL-DATE']],
  ['has a period that ends on no day', inDocument(period(start('2026-11-24') + end('x'))), ['UBL-DATE']],
  [
    'has a period that ends on an impossible day',
    inDocument(period(start('2026-11-24') + end('2026-00-00'))),
    ['UBL-DATE'],
  ],
  ['has a period of one day', inDocument(period(start('2026-11-24') + end('2026-11-24')))],
  ['has a period with a beginning only', inDocument(period(start('2026-11-24')))],
  ['has a period with an end only', inDocument(period(end('2026-11-24')))],
  ['has a line with a period of one day', line(period(start('2026-11-24') + end('2026-11-24')))],
  ['has a line with a beginning of its period only', line(period(start('2026-11-24')))],
  ['has a line with an end of its period only', line(period(end('2026-11-24')))],
  ['has a VAT point date and no code of it', inDocument('<cbc:TaxPointDate>2026-11-24</cbc:TaxPointDate>')],
  [
    'has nothing left to pay and no due date',
    {
      ...withoutDueDate,
      ...before(place.rounding, totals('PrepaidAmount', '121.00')),
      [totals('PayableAmount', '121.00')]: totals('PayableAmount', '0.00'),
    },
  ],
  ['is a credit note without a due date', withoutDueDate, [], 'CreditNote'],
  [
    'has payment terms instead of a due date',
    { ...withoutDueDate, ...before(place.tax, '<cac:PaymentTerms><cbc:Note>30 de zile</cbc:Note></cac:PaymentTerms>') },
  ],
  [
    'has a due date in its payment means only',
    {
      ...withoutDueDate,
      ...means('<cbc:PaymentMeansCode>10</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-12-24</cbc:PaymentDueDate>'),
    },
  ],

  [
    'is for a buyer abroad, without a county',
    { [buyer.county]: abroad(buyer.county).replace('<cbc:CountrySubentity>RO-CJ</cbc:CountrySubentity>', '') },
  ],
  [
    'is for a buyer abroad, whose county is written as that of București',
    { [buyer.county]: abroad(buyer.county).replace('RO-CJ', 'RO-B') },
  ],
  ['is of a seller whose sector is written in small letters', { SECTOR2: 'sector2' }],
  [
    'is for a buyer in Greece with a VAT number',
    {
      [buyer.county]: buyer.county.replace('Code>RO<', 'Code>GR<'),
      ...ofBuyer(`${vatNumber.replace('RO90123459', 'EL90123459')}`),
    },
  ],
  ['is for a buyer whose VAT number has no country', { ...ofBuyer(`${vatNumber.replace('RO', '')}`) }, ['BR-CO-09']],
  [
    'is for a buyer with a right and a wrong VAT number',
    {
      ...ofBuyer(`${vatNumber}${vatNumber.replace('RO', 'XX')}`),
    },
    ['BR-CO-09'],
  ],
  [
    'is for a buyer with a number of another tax scheme',
    {
      ...ofBuyer(`${vatNumber.replace('RO', '').replace('VAT', 'TAX')}`),
    },
  ],
  [
    'is for a buyer with an empty VAT number',
    {
      ...ofBuyer(`${vatNumber.replace('RO90123459', '')}`),
    },
  ],
  ['is for a buyer with a VAT number and no legal number', { [buyerNumber]: '', ...ofBuyer(`${vatNumber}`) }],
  ['is outside the scope of VAT, for a buyer without a number', { ...outsideScope, [buyerNumber]: '' }],
  [
    'is outside the scope of VAT, of a seller with an identifier only',
    { ...outsideScope, [vatNumber]: '<cac:PartyIdentification><cbc:ID>1</cbc:ID></cac:PartyIdentification>' },
  ],
  [
    'is outside the scope of VAT, of a seller with a legal number only',
    {
      ...outsideScope,
      [vatNumber]: '',
      'Exemplu SRL</cbc:RegistrationName>': 'Exemplu SRL</cbc:RegistrationName><cbc:CompanyID>90123459</cbc:CompanyID>',
    },
  ],
  [
    'is partly outside the scope of VAT, of a seller without a number',
    {
      ...outsideScope,
      [vatNumber]: '',
      ...before(place.end, secondLine('L', percent('0'))),
    },
    ['BR-RO-065'],
  ],

  ['has an empty quantity', { [quantity]: '<cbc:InvoicedQuantity unitCode="H87"/>' }, ['BR-22']],
  ['has an empty quantity without a unit', { [quantity]: '<cbc:InvoicedQuantity/>' }, ['BR-22']],
  ['has a price of zero', { '>50.00<': '>0.00<' }],
  [
    'has an item with an attribute that has no name',
    before('</cac:Item>', '<cac:AdditionalItemProperty><cbc:Value>alb</cbc:Value></cac:AdditionalItemProperty>'),
    ['BR-54'],
  ],
  [
    'has allowances and charges with the code of their reason only',
    {
      ...before(place.tax, [false, true].map((isCharge) => withReasonCode(allowanceCharge(isCharge, '0.00'))).join('')),
      ...line([false, true].map((isCharge) => withReasonCode(lineAllowanceCharge(isCharge, '1.00', 'Motiv'))).join('')),
    },
  ],

  [
    'has an allowance that lowers its total',
    {
      ...before(place.tax, allowanceCharge(false, '10.00')),
      ...before(place.rounding, totals('AllowanceTotalAmount', '10.00')),
      ...discounted('90.00', '18.90', '108.90'),
    },
  ],
  [
    'has a charge that raises its total',
    {
      ...before(place.tax, allowanceCharge(true, '10.00')),
      ...before(place.rounding, totals('ChargeTotalAmount', '10.00')),
      ...discounted('110.00', '23.10', '133.10'),
    },
  ],
  [
    'has an allowance that its total leaves out',
    {
      ...before(place.tax, allowanceCharge(false, '10.00')),
      ...before(place.rounding, totals('AllowanceTotalAmount', '10.00')),
    },
    ['BR-CO-13', 'BR-S-08'],
  ],
  ['has no VAT total', { [`${totals('TaxAmount', '21.00')}\n`]: '\n' }],
  ['has an empty amount', { [totals('PayableAmount', '121.00')]: totals('PayableAmount', '') }, ['BR-15']],
  ['has an amount without a currency', { '<cbc:PayableAmount currencyID="RON">': '<cbc:PayableAmount>' }, ['BR-CL-03']],
  [
    'has a tax total in lei that comes first, and is in euro',
    {
      'currencyID="RON"': 'currencyID="EUR"',
      '<cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>':
        '<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>RON</cbc:TaxCurrencyCode>',
      ...before(place.tax, '<cac:TaxTotal/>'),
      '</cac:TaxTotal>\n':
        '</cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount currencyID="RON">106.00</cbc:TaxAmount></cac:TaxTotal>\n',
    },
  ],
  ['has no lines and a seller without a number', { [sampleLine]: '', [vatNumber]: '' }, ['BR-RO-065', 'BR-16']],

  ['has VAT that is 0.99 more than its rate gives', { '>21.00<': '>21.99<', '>121.00<': '>121.99<' }],
  ['has VAT that is 1.00 less than its rate gives', { '>21.00<': '>20.00<', '>121.00<': '>120.00<' }, ['BR-CO-17']],
  [
    'has two rates',
    {
      ...before(place.end, secondLine('S', percent('11'), '10.00')),
      ...secondGroup('S', percent('11'), '10.00', '1.10'),
      '<cac:LegalMonetaryTotal>\n    <cbc:LineExtensionAmount currencyID="RON">100.00':
        '<cac:LegalMonetaryTotal>\n    <cbc:LineExtensionAmount currencyID="RON">110.00',
      ...totalsWith('110.00', '22.10', '132.10'),
    },
  ],
  [
    'has two rates and one group for both',
    {
      ...before(place.end, secondLine('S', percent('11'), '10.00')),
      '<cac:LegalMonetaryTotal>\n    <cbc:LineExtensionAmount currencyID="RON">100.00':
        '<cac:LegalMonetaryTotal>\n    <cbc:LineExtensionAmount currencyID="RON">110.00',
      [totals('TaxableAmount', '100.00')]: totals('TaxableAmount', '110.00'),
      ...totalsWith('110.00', '21.00', '131.00'),
    },
    ['BR-CO-17', 'BR-S-08'],
  ],
  ['has a group that no line belongs to', secondGroup('Z', percent('0'), '50.00', '0.00')],
  [
    'has a line of a category without a group, and a group of an unknown category',
    { ...before(place.end, secondLine('Z', percent('0'))), ...secondGroup('X', percent('0'), '0.00', '0.00') },
    ['BR-CL-17'],
  ],
  [
    'has an allowance of a category without a group',
    {
      ...before(place.tax, allowanceCharge(false, '0.00', 'Motiv', 'Z')),
    },
    ['BR-Z-01'],
  ],
  [
    'has a charge of a category without a group',
    {
      ...before(place.tax, allowanceCharge(true, '0.00', 'Motiv', 'Z')),
    },
    ['BR-Z-01'],
  ],
  ['has a line of zero rate without a rate', untaxed('Z', { linePercent: '' }), ['BR-Z-05']],
  ['has VAT on a group of zero rate that has a rate', untaxed('Z', { percent: '5', tax: '5.00' }), ['BR-Z-05']],
  [
    'is exempt, with the code of the reason only',
    Object.fromEntries(
      Object.entries(untaxed('E', { reason: 'VATEX-EU-132' })).map(([from, to]) => [
        from,
        to.replaceAll('TaxExemptionReason>', 'TaxExemptionReasonCode>'),
      ]),
    ),
  ],
];

function withReasonCode(xml: string): string {
  return xml.replaceAll('AllowanceChargeReason>', 'AllowanceChargeReasonCode>');
}

/** The totals after an allowance or charge of the whole invoice. */
function discounted(net: string, vat: string, gross: string): Changes {
  return {
    [totals('TaxableAmount', '100.00')]: totals('TaxableAmount', net),
    '>21.00<': `>${vat}<`,
    ...totalsOnly(net, gross),
  };
}

function totalsWith(net: string, vat: string, gross: string): Changes {
  return { [`${totals('TaxAmount', '21.00')}\n`]: `${totals('TaxAmount', vat)}\n`, ...totalsOnly(net, gross) };
}

function totalsOnly(net: string, gross: string): Changes {
  return { [totals('TaxExclusiveAmount', '100.00')]: totals('TaxExclusiveAmount', net), '>121.00<': `>${gross}<` };
}
