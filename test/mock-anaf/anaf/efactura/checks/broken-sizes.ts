import { allowanceCharge, before, buyer, type Changes, place, seller } from './changes.ts';

const long = (length: number) => 'x'.repeat(length + 1);
const zone = (address: string) => ({
  [address]: address.replace(
    '<cbc:CountrySubentity>',
    `<cbc:PostalZone>${long(20)}</cbc:PostalZone><cbc:CountrySubentity>`,
  ),
});
const amount = (name: string, from: string, to: string): Changes => ({
  [`<cbc:${name} currencyID="RON">${from}</cbc:${name}>`]: `<cbc:${name} currencyID="RON">${to}</cbc:${name}>`,
});

/** For each rule on lengths and decimals: changes to the sample invoice that break this rule and no other. */
export const brokenSizes: Readonly<Record<string, Changes>> = {
  'BR-RO-L0301': { 'EX-1': `1${long(29)}` },
  'BR-RO-L0302': before(
    place.supplier,
    `<cac:ContractDocumentReference><cbc:ID>${long(30)}</cbc:ID></cac:ContractDocumentReference>`,
  ),
  'BR-RO-L0303': before(place.supplier, `<cac:OrderReference><cbc:ID>${long(30)}</cbc:ID></cac:OrderReference>`),
  'BR-RO-L0201': zone(seller.wholeAddress),
  'BR-RO-L0202': zone(buyer.wholeAddress),
  // In București the city must be a sector, so the seller moves to another county.
  'BR-RO-L0501': { [seller.wholeAddress]: seller.wholeAddress.replace('SECTOR2', long(50)).replace('RO-B', 'RO-IF') },
  'BR-RO-L0502': { 'Cluj-Napoca': long(50) },
  'BR-RO-L151': { 'Strada Vânzării 1': long(150) },
  'BR-RO-L152': { 'Strada Cumpărării 2': long(150) },
  'BR-RO-L201': { 'Exemplu SRL': long(200) },
  'BR-RO-L203': { 'Beta Comerț SRL': long(200) },
  'BR-RO-L301': before(place.tax, `<cac:PaymentTerms><cbc:Note>${long(300)}</cbc:Note></cac:PaymentTerms>`),
  'BR-RO-L302': before(place.supplier, `<cbc:Note>${long(300)}</cbc:Note>`),
  'BR-RO-L140': before(
    place.tax,
    `<cac:PaymentMeans><cbc:PaymentMeansCode>10</cbc:PaymentMeansCode><cbc:PaymentID>${long(140)}</cbc:PaymentID></cac:PaymentMeans>`,
  ),
  'BR-RO-L1024': { '<cbc:Name>Produs': `<cbc:Name>${long(100)}` },
  'BR-RO-L212': before('<cbc:Name>Produs', `<cbc:Description>${long(200)}</cbc:Description>`),
  'BR-RO-L303': before(place.line, `<cbc:Note>${long(300)}</cbc:Note>`),
  'BR-DEC-RO-01': before(place.tax, allowanceCharge(false, '0.001')),
  'BR-DEC-RO-09': {
    '<cac:LegalMonetaryTotal>\n    <cbc:LineExtensionAmount currencyID="RON">100.00':
      '<cac:LegalMonetaryTotal>\n    <cbc:LineExtensionAmount currencyID="RON">100.000',
  },
  'BR-DEC-RO-10': before(place.rounding, '<cbc:AllowanceTotalAmount currencyID="RON">0.000</cbc:AllowanceTotalAmount>'),
  'BR-DEC-RO-11': before(place.rounding, '<cbc:ChargeTotalAmount currencyID="RON">0.000</cbc:ChargeTotalAmount>'),
  'BR-DEC-RO-12': amount('TaxExclusiveAmount', '100.00', '100.000'),
  'BR-DEC-RO-13': {
    '<cbc:TaxAmount currencyID="RON">21.00</cbc:TaxAmount>\n':
      '<cbc:TaxAmount currencyID="RON">21.000</cbc:TaxAmount>\n',
  },
  'BR-DEC-RO-14': amount('TaxInclusiveAmount', '121.00', '121.000'),
  'BR-DEC-RO-16': before(place.rounding, '<cbc:PrepaidAmount currencyID="RON">0.000</cbc:PrepaidAmount>'),
  'BR-DEC-RO-17': before(
    place.rounding,
    '<cbc:PayableRoundingAmount currencyID="RON">0.000</cbc:PayableRoundingAmount>',
  ),
  'BR-DEC-RO-18': amount('PayableAmount', '121.00', '121.000'),
  'BR-DEC-RO-1009': amount('TaxableAmount', '100.00', '100.000'),
  'BR-DEC-RO-1010': {
    '<cbc:TaxAmount currencyID="RON">21.00</cbc:TaxAmount><cac:TaxCategory>':
      '<cbc:TaxAmount currencyID="RON">21.000</cbc:TaxAmount><cac:TaxCategory>',
  },
  'BR-DEC-RO-23': {
    '</cbc:InvoicedQuantity>\n    <cbc:LineExtensionAmount currencyID="RON">100.00':
      '</cbc:InvoicedQuantity>\n    <cbc:LineExtensionAmount currencyID="RON">100.000',
  },
};
