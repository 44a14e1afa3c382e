import { before, type Changes, place } from './changes.ts';

const means = (code: string, account: string) =>
  before(
    place.tax,
    `<cac:PaymentMeans>${code}<cac:PayeeFinancialAccount><cbc:ID>${account}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`,
  );
const period = (xml: string) => before(place.supplier, `<cac:InvoicePeriod>${xml}</cac:InvoicePeriod>`);

/** For each rule on the header and on dates: changes to the sample invoice that break only this rule. */
export const brokenHeaders: Readonly<Record<string, Changes>> = {
  'BR-RO-001': { 'CIUS-RO:1.0.1': 'CIUS-RO:1.0.0' },
  'BR-RO-010': { 'EX-1': 'EX' },
  'BR-RO-020': { '>380<': '>381<' },
  'BR-RO-030': { '<cbc:DocumentCurrencyCode>RON': '<cbc:DocumentCurrencyCode>EUR' },
  'BR-RO-040': period('<cbc:DescriptionCode>5</cbc:DescriptionCode>'),
  'BR-RO-A020': before(place.supplier, '<cbc:Note>Comentariu</cbc:Note>'.repeat(21)),
  'BR-02': { '<cbc:ID>EX-1</cbc:ID>': '' },
  'BR-03': { '<cbc:IssueDate>2026-11-24</cbc:IssueDate>': '' },
  'BR-04': { '<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>': '' },
  'BR-05': { '<cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>': '' },
  'BR-CL-04': { '<cbc:DocumentCurrencyCode>RON': '<cbc:DocumentCurrencyCode>ROL' },
  'BR-CL-05': before(place.supplier, '<cbc:TaxCurrencyCode>EUX</cbc:TaxCurrencyCode>'),
  'BR-52': before(place.supplier, '<cac:AdditionalDocumentReference/>'),
  'BR-55': before(place.supplier, '<cac:BillingReference><cac:InvoiceDocumentReference/></cac:BillingReference>'),
  'BR-49': means('', 'RO49AAAA1B31007593840000'),
  'BR-CL-16': means('<cbc:PaymentMeansCode>71</cbc:PaymentMeansCode>', 'RO49AAAA1B31007593840000'),
  'BR-61': means('<cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>', ''),
  'UBL-DATE': { '2026-11-24': '2026-02-30' },
  'BR-29': period('<cbc:StartDate>2026-11-30</cbc:StartDate><cbc:EndDate>2026-11-01</cbc:EndDate>'),
  'BR-30': before(
    place.line,
    '<cac:InvoicePeriod><cbc:StartDate>2026-11-30</cbc:StartDate><cbc:EndDate>2026-11-01</cbc:EndDate></cac:InvoicePeriod>',
  ),
  'BR-CO-03': {
    ...before(
      place.supplier,
      '<cbc:TaxPointDate>2026-11-24</cbc:TaxPointDate><cac:InvoicePeriod><cbc:DescriptionCode>35</cbc:DescriptionCode></cac:InvoicePeriod>',
    ),
  },
  'BR-CO-19': period(''),
  'BR-CO-20': before(place.line, '<cac:InvoicePeriod/>'),
  'BR-CO-25': { '<cbc:DueDate>2026-12-24</cbc:DueDate>': '' },
};
