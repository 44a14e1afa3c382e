import { defaultCompanies } from 'mock-anaf';

export const [exemplu, beta, gama] = defaultCompanies;

export interface InvoiceParts {
  readonly seller?: string;
  readonly buyer?: string;
  readonly root?: string;
  /** Parts of the document to replace, text by text. */
  readonly changes?: Readonly<Record<string, string>>;
}

/** A small CIUS-RO invoice that the mock accepts. */
export function invoice({
  seller = exemplu.cui,
  buyer = beta.cui,
  root = 'Invoice',
  changes = {},
}: InvoiceParts = {}): string {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1</cbc:CustomizationID>
  <cbc:ID>EX-1</cbc:ID>
  <cbc:IssueDate>2026-11-24</cbc:IssueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>${party('Exemplu SRL', `RO${seller}`)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party('Beta Comerț SRL', buyer)}</cac:AccountingCustomerParty>
  <cac:LegalMonetaryTotal>
    <cbc:TaxExclusiveAmount currencyID="RON">100.00</cbc:TaxExclusiveAmount>
    <cbc:PayableAmount currencyID="RON">121.00</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
</${root}>`;
  return Object.entries(changes).reduce((text, [from, to]) => text.replaceAll(from, to), xml);
}

function party(name: string, taxId: string): string {
  return `<cac:Party><cac:PartyTaxScheme><cbc:CompanyID>${taxId}</cbc:CompanyID></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>`;
}
