import { beta } from './invoice.ts';

/** The part of a Cross Industry Invoice that the mock reads, from a seller to the company `beta`. */
export function crossIndustryInvoice(seller: string): string {
  const party = (name: string, taxId: string) =>
    `<ram:${name}><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">RO${taxId}</ram:ID></ram:SpecifiedTaxRegistration></ram:${name}>`;
  return `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100">
<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>${party('SellerTradeParty', seller)}${party('BuyerTradeParty', beta.cui)}</ram:ApplicableHeaderTradeAgreement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
}
