import assert from 'node:assert/strict';
import { invoice } from '../../../support/invoice.ts';

/** Replacements in the sample invoice: the text to replace, and its replacement. */
export type Changes = Readonly<Record<string, string>>;

/** Inserts XML before a text that occurs once in the sample invoice. */
export function before(anchor: string, xml: string): Changes {
  return { [anchor]: `${xml}${anchor}` };
}

/** Texts of the sample invoice before which XML can be inserted. */
export const place = {
  supplier: '<cac:AccountingSupplierParty>',
  tax: '<cac:TaxTotal>',
  rounding: '<cbc:PayableAmount',
  line: '<cac:Item>',
  end: '</Invoice>',
} as const;

/** The only line of the sample invoice. */
export const sampleLine = lineOf(invoice());

function lineOf(xml: string): string {
  const [line] = /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/.exec(xml) ?? [];
  assert.ok(line);
  return line;
}

export const seller = {
  address: '<cbc:StreetName>Strada Vânzării 1</cbc:StreetName><cbc:CityName>SECTOR2</cbc:CityName>',
  wholeAddress:
    '<cac:PostalAddress><cbc:StreetName>Strada Vânzării 1</cbc:StreetName><cbc:CityName>SECTOR2</cbc:CityName><cbc:CountrySubentity>RO-B</cbc:CountrySubentity><cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country></cac:PostalAddress>',
  county:
    '<cbc:CountrySubentity>RO-B</cbc:CountrySubentity><cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country>',
} as const;

export const buyer = {
  wholeAddress:
    '<cac:PostalAddress><cbc:StreetName>Strada Cumpărării 2</cbc:StreetName><cbc:CityName>Cluj-Napoca</cbc:CityName><cbc:CountrySubentity>RO-CJ</cbc:CountrySubentity><cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country></cac:PostalAddress>',
  county:
    '<cbc:CountrySubentity>RO-CJ</cbc:CountrySubentity><cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country>',
} as const;

const vat = '<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>';

/** An allowance or charge of the document with the standard VAT rate. */
export function allowanceCharge(isCharge: boolean, amount: string, reason = 'Motiv', category = 'S'): string {
  return `<cac:AllowanceCharge><cbc:ChargeIndicator>${isCharge}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>${reason}</cbc:AllowanceChargeReason><cbc:Amount currencyID="RON">${amount}</cbc:Amount><cac:TaxCategory><cbc:ID>${category}</cbc:ID><cbc:Percent>21</cbc:Percent>${vat}</cac:TaxCategory></cac:AllowanceCharge>`;
}

/** An allowance or charge of a line. */
export function lineAllowanceCharge(isCharge: boolean, amount: string, reason: string): string {
  return `<cac:AllowanceCharge><cbc:ChargeIndicator>${isCharge}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>${reason}</cbc:AllowanceChargeReason><cbc:Amount currencyID="RON">${amount}</cbc:Amount></cac:AllowanceCharge>`;
}

export const groupCategory = `<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>${vat}</cac:TaxCategory>`;
export const lineCategory = `<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>${vat}</cac:ClassifiedTaxCategory>`;

/** Changes the sample invoice to another VAT category without VAT. The result is still valid. */
export function untaxed(
  code: string,
  {
    reason = '',
    percent = '0',
    linePercent,
    tax = '0.00',
  }: Readonly<Partial<Record<'reason' | 'percent' | 'linePercent' | 'tax', string>>> = {},
): Changes {
  const rate = (value: string) => (value === '' ? '' : `<cbc:Percent>${value}</cbc:Percent>`);
  const why = reason === '' ? '' : `<cbc:TaxExemptionReason>${reason}</cbc:TaxExemptionReason>`;
  const total = (100 + Number(tax)).toFixed(2);
  return {
    [groupCategory]: `<cac:TaxCategory><cbc:ID>${code}</cbc:ID>${rate(percent)}${why}${vat}</cac:TaxCategory>`,
    [lineCategory]: `<cac:ClassifiedTaxCategory><cbc:ID>${code}</cbc:ID>${rate(linePercent ?? percent)}${vat}</cac:ClassifiedTaxCategory>`,
    '>21.00<': `>${tax}<`,
    '>121.00<': `>${total}<`,
  };
}
