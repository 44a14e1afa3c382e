import type { Invoice, InvoiceLine, Party } from './invoice.ts';
import { lineNetBani, totalsOf, type VatGroup } from './totals.ts';

const customization = 'urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1';

/** The invoice as a UBL 2.1 document according to CIUS-RO 1.0.1, which ANAF's `upload?standard=UBL` accepts. */
export function ublDocument(invoice: Invoice): string {
  const totals = totalsOf(invoice);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>${customization}</cbc:CustomizationID>
  <cbc:ID>${text(invoice.number)}</cbc:ID>
  <cbc:IssueDate>${invoice.issuedOn}</cbc:IssueDate>
  <cbc:DueDate>${invoice.dueOn}</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>${partyXml(invoice.supplier)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${partyXml(invoice.customer)}</cac:AccountingCustomerParty>
  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
    <cac:PayeeFinancialAccount><cbc:ID>${text(invoice.iban)}</cbc:ID></cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:TaxTotal>
    ${amount('TaxAmount', totals.vatBani)}${totals.vatGroups.map(taxSubtotal).join('')}
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${amount('LineExtensionAmount', totals.netBani)}
    ${amount('TaxExclusiveAmount', totals.netBani)}
    ${amount('TaxInclusiveAmount', totals.grossBani)}
    ${amount('PayableAmount', totals.grossBani)}
  </cac:LegalMonetaryTotal>${invoice.lines.map(invoiceLine).join('')}
</Invoice>
`;
}

function partyXml(party: Party): string {
  return `
    <cac:Party>
      <cac:PostalAddress>
        <cbc:StreetName>${text(party.street)}</cbc:StreetName>
        <cbc:CityName>${text(party.city)}</cbc:CityName>
        <cbc:CountrySubentity>${text(party.county)}</cbc:CountrySubentity>
        <cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
      <cac:PartyTaxScheme>
        <cbc:CompanyID>RO${text(party.taxId)}</cbc:CompanyID>
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:PartyTaxScheme>
      <cac:PartyLegalEntity>
        <cbc:RegistrationName>${text(party.name)}</cbc:RegistrationName>
        <cbc:CompanyID>${text(party.tradeRegister)}</cbc:CompanyID>
      </cac:PartyLegalEntity>
    </cac:Party>
  `;
}

function taxSubtotal(group: VatGroup): string {
  return `
    <cac:TaxSubtotal>
      ${amount('TaxableAmount', group.netBani)}
      ${amount('TaxAmount', group.vatBani)}
      <cac:TaxCategory>${taxCategory(group.vatPercent)}</cac:TaxCategory>
    </cac:TaxSubtotal>`;
}

function invoiceLine(line: InvoiceLine, index: number): string {
  return `
  <cac:InvoiceLine>
    <cbc:ID>${index + 1}</cbc:ID>
    <cbc:InvoicedQuantity unitCode="${line.unit}">${line.quantity}</cbc:InvoicedQuantity>
    ${amount('LineExtensionAmount', lineNetBani(line))}
    <cac:Item>
      <cbc:Name>${text(line.name)}</cbc:Name>
      <cac:ClassifiedTaxCategory>${taxCategory(line.vatPercent)}</cac:ClassifiedTaxCategory>
    </cac:Item>
    <cac:Price>${amount('PriceAmount', line.unitPriceBani)}</cac:Price>
  </cac:InvoiceLine>`;
}

function taxCategory(vatPercent: number): string {
  return `<cbc:ID>S</cbc:ID><cbc:Percent>${vatPercent}.00</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`;
}

function amount(element: string, bani: number): string {
  return `<cbc:${element} currencyID="RON">${(bani / 100).toFixed(2)}</cbc:${element}>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
