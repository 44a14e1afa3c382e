const amount = (name: string, text: string) => `<cbc:${name} currencyID="RON">${text}</cbc:${name}>`;
const period =
  '<cac:InvoicePeriod><cbc:StartDate>2026-11-01</cbc:StartDate><cbc:EndDate>2026-11-30</cbc:EndDate></cac:InvoicePeriod>';
// The category L has no rules of its own, so what is added does not touch the rules of another category.
const rate = '<cbc:ID>L</cbc:ID><cbc:Percent>0</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';
const category = `<cac:TaxCategory>${rate}</cac:TaxCategory>`;
const allowanceCharge = (isCharge: boolean, more = '') =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${isCharge}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Motiv</cbc:AllowanceChargeReason>${amount('Amount', '0.00')}${more}</cac:AllowanceCharge>`;

const group = `<cac:TaxSubtotal>${amount('TaxableAmount', '0.00')}${amount('TaxAmount', '0.00')}${category}</cac:TaxSubtotal>`;
const ofDocument = [
  '<cbc:Note>Comentariu</cbc:Note>',
  period,
  '<cac:AdditionalDocumentReference><cbc:ID>A-1</cbc:ID></cac:AdditionalDocumentReference>',
  '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>B-1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>',
  '<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>RO49AAAA1B31007593840000</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>',
  allowanceCharge(false, category),
  allowanceCharge(true, category),
].join('');
const line = `<cac:InvoiceLine><cbc:ID>L</cbc:ID><cbc:Note>Comentariu</cbc:Note><cbc:InvoicedQuantity unitCode="H87">1</cbc:InvoicedQuantity>${amount('LineExtensionAmount', '0.00')}${period}${allowanceCharge(false)}${allowanceCharge(true)}<cac:Item><cbc:Name>Altul</cbc:Name><cac:ClassifiedTaxCategory>${rate}</cac:ClassifiedTaxCategory><cac:AdditionalItemProperty><cbc:Name>Culoare</cbc:Name><cbc:Value>alb</cbc:Value></cac:AdditionalItemProperty></cac:Item><cac:Price>${amount('PriceAmount', '0.00')}<cac:AllowanceCharge>${amount('BaseAmount', '0.00')}</cac:AllowanceCharge></cac:Price></cac:InvoiceLine>`;

/** An invoice to which one more of everything that can repeat is added, behind what it has: each correct, and of no value. */
export function withRightNeighbours(xml: string): string {
  return xml
    .replace('</cac:TaxTotal>', `${group}</cac:TaxTotal>`)
    .replace('</Invoice>', `${ofDocument}${line}</Invoice>`);
}
