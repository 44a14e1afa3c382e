import { allowanceCharge, before, type Changes, groupCategory, lineCategory, place, untaxed } from './changes.ts';

const totals = (name: string, text: string) => `<cbc:${name} currencyID="RON">${text}</cbc:${name}>`;
const total = (name: string, from: string, to: string): Changes => ({ [totals(name, from)]: totals(name, to) });
const group = `<cac:TaxSubtotal>${totals('TaxableAmount', '100.00')}${totals('TaxAmount', '21.00')}${groupCategory}</cac:TaxSubtotal>`;
const inGroup = (from: string, to: string): Changes => ({ [group]: group.replace(from, to) });
const vatTotal = `${totals('TaxAmount', '21.00')}\n`;

/** For each rule on totals and on the VAT breakdown: changes to the sample invoice that break this rule and no other. */
export const brokenTotals: Readonly<Record<string, Changes>> = {
  'UBL-DECIMAL': total('PayableAmount', '121.00', '121,00'),
  'BR-12': { [`${totals('LineExtensionAmount', '100.00')}\n    <cbc:TaxExclusiveAmount`]: '<cbc:TaxExclusiveAmount' },
  'BR-13': { [totals('TaxExclusiveAmount', '100.00')]: '' },
  'BR-14': { [totals('TaxInclusiveAmount', '121.00')]: '' },
  'BR-15': { [totals('PayableAmount', '121.00')]: '' },
  'BR-CL-03': { '<cbc:PayableAmount currencyID="RON">': '<cbc:PayableAmount currencyID="LEI">' },
  'BR-CO-10': {
    '<cbc:InvoicedQuantity unitCode="H87">2</cbc:InvoicedQuantity>\n    <cbc:LineExtensionAmount currencyID="RON">100.00':
      '<cbc:InvoicedQuantity unitCode="H87">2</cbc:InvoicedQuantity>\n    <cbc:LineExtensionAmount currencyID="RON">100.01',
  },
  'BR-CO-11': before(place.tax, allowanceCharge(false, '0.01')),
  'BR-CO-12': before(place.tax, allowanceCharge(true, '0.01')),
  'BR-CO-13': {
    ...total('TaxExclusiveAmount', '100.00', '100.01'),
    ...total('TaxInclusiveAmount', '121.00', '121.01'),
    ...total('PayableAmount', '121.00', '121.01'),
  },
  'BR-CO-15': { ...total('TaxInclusiveAmount', '121.00', '121.01'), ...total('PayableAmount', '121.00', '121.01') },
  'BR-CO-16': total('PayableAmount', '121.00', '121.01'),
  'BR-CO-18': { [group]: '' },
  'BR-45': inGroup(totals('TaxableAmount', '100.00'), ''),
  'BR-46': inGroup(totals('TaxAmount', '21.00'), ''),
  'BR-47': inGroup('<cbc:ID>S</cbc:ID>', ''),
  'BR-48': { [groupCategory]: groupCategory.replace('<cbc:Percent>21</cbc:Percent>', '') },
  'BR-CL-17': inGroup('<cbc:ID>S</cbc:ID>', '<cbc:ID>X</cbc:ID>'),
  'BR-CO-14': {
    [vatTotal]: `${totals('TaxAmount', '21.01')}\n`,
    ...total('TaxInclusiveAmount', '121.00', '121.01'),
    ...total('PayableAmount', '121.00', '121.01'),
  },
  'BR-CO-17': {
    '>21.00<': '>22.00<',
    '>121.00<': '>122.00<',
  },
  'BR-53': before(place.supplier, '<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>'),
  ...brokenCategory('S', 'S'),
  ...brokenCategory('Z', 'Z'),
  ...brokenCategory('E', 'E'),
  ...brokenCategory('AE', 'AE'),
  ...brokenCategory('K', 'IC'),
  ...brokenCategory('G', 'G'),
  ...brokenCategory('O', 'O'),
};

/** Changes that break each of the five rules of a VAT category. */
function brokenCategory(code: string, rules: string): Readonly<Record<string, Changes>> {
  const isTaxed = code === 'S';
  const isFree = code === 'O';
  const reason = ['S', 'Z'].includes(code) ? '' : 'Motivul scutirii';
  const percent = isFree ? '' : '0';
  const right: Changes = isTaxed ? {} : untaxed(code, { reason, percent });
  const base = totals('TaxableAmount', '100.00');
  const anotherLine = `<cac:InvoiceLine><cbc:ID>2</cbc:ID><cbc:InvoicedQuantity unitCode="H87">1</cbc:InvoicedQuantity>${totals('LineExtensionAmount', '0.00')}<cac:Item><cbc:Name>Altul</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>${code}</cbc:ID>${isFree ? '' : `<cbc:Percent>${isTaxed ? 21 : 0}</cbc:Percent>`}</cac:ClassifiedTaxCategory></cac:Item><cac:Price>${totals('PriceAmount', '0.00')}</cac:Price></cac:InvoiceLine>`;
  const otherwise = isTaxed ? untaxed('Z') : {};
  return {
    [`BR-${rules}-01`]: { ...otherwise, ...before(place.end, anotherLine) },
    [`BR-${rules}-05`]: isTaxed
      ? { ...untaxed('S'), [lineCategory]: lineCategory.replace('>21<', '>0<') }
      : untaxed(code, { reason, percent, linePercent: isFree ? '0' : '5' }),
    [`BR-${rules}-08`]: { ...right, [base]: base.replace('100.00', isTaxed ? '103.00' : '101.00') },
    ...(!isTaxed && { [`BR-${rules}-09`]: untaxed(code, { reason, percent, tax: '0.50' }) }),
    [`BR-${rules}-10`]: isTaxed
      ? {
          [groupCategory]: groupCategory.replace(
            '<cac:TaxScheme>',
            '<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason><cac:TaxScheme>',
          ),
        }
      : untaxed(code, { reason: reason === '' ? 'Motiv de prisos' : '', percent }),
  };
}
