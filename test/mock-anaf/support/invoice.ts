import { defaultCompanies } from 'mock-anaf/internal/engine/state/seed.ts';

/** Companies of the mock: `administrator` has rights for the first, `accountant` for all of them. */
export const [exemplu, beta, gama] = defaultCompanies;

export interface InvoiceParts {
  /** CUI; default: Exemplu SRL sells to Beta Comerț SRL. */
  readonly seller?: string;
  readonly buyer?: string;
  readonly root?: string;
  /** Texts of the document to replace, each with its replacement. */
  readonly changes?: Readonly<Record<string, string>>;
}

/**
 * A small CIUS-RO invoice that the mock accepts, or with `root: 'CreditNote'` a credit note.
 * @example invoice({ buyer: gama.cui, changes: { 'EX-1': 'EX-2' } })
 */
export function invoice({
  seller = exemplu.cui,
  buyer = beta.cui,
  root = 'Invoice',
  changes = {},
}: InvoiceParts = {}): string {
  const isCreditNote = root === 'CreditNote';
  const quantity = isCreditNote ? 'CreditedQuantity' : 'InvoicedQuantity';
  const type = isCreditNote
    ? '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>'
    : '<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>';
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1</cbc:CustomizationID>
  <cbc:ID>EX-1</cbc:ID>
  <cbc:IssueDate>2026-11-24</cbc:IssueDate>
  <cbc:DueDate>2026-12-24</cbc:DueDate>
  ${type}
  <cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PostalAddress><cbc:StreetName>Strada Vânzării 1</cbc:StreetName><cbc:CityName>SECTOR2</cbc:CityName><cbc:CountrySubentity>RO-B</cbc:CountrySubentity><cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>RO${seller}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Exemplu SRL</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cac:PostalAddress><cbc:StreetName>Strada Cumpărării 2</cbc:StreetName><cbc:CityName>Cluj-Napoca</cbc:CityName><cbc:CountrySubentity>RO-CJ</cbc:CountrySubentity><cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>Beta Comerț SRL</cbc:RegistrationName><cbc:CompanyID>${buyer}</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="RON">21.00</cbc:TaxAmount>
    <cac:TaxSubtotal><cbc:TaxableAmount currencyID="RON">100.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="RON">21.00</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="RON">100.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="RON">100.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="RON">121.00</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="RON">121.00</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:${root}Line>
    <cbc:ID>1</cbc:ID>
    <cbc:${quantity} unitCode="H87">2</cbc:${quantity}>
    <cbc:LineExtensionAmount currencyID="RON">100.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Produs</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="RON">50.00</cbc:PriceAmount></cac:Price>
  </cac:${root}Line>
</${root}>`;
  return Object.entries(changes).reduce((text, [from, to]) => text.replaceAll(from, to), xml);
}
