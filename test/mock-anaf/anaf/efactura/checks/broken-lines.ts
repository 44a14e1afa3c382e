import {
  allowanceCharge,
  before,
  type Changes,
  sampleLine as line,
  lineAllowanceCharge,
  lineCategory,
  place,
} from './changes.ts';

const inDocument = (xml: string) => before(place.tax, xml);
const inLine = (xml: string) => before(place.line, xml);

/** For each rule on lines, allowances and charges: changes to the sample invoice that break this rule and no other. */
export const brokenLines: Readonly<Record<string, Changes>> = {
  'BR-16': { [line]: '' },
  'BR-21': { '<cbc:ID>1</cbc:ID>': '' },
  'BR-22': { '<cbc:InvoicedQuantity unitCode="H87">2</cbc:InvoicedQuantity>': '' },
  'BR-23': { ' unitCode="H87"': '' },
  'BR-CL-23': { 'unitCode="H87"': 'unitCode="buc"' },
  'BR-24': {
    [line]: line.replace('<cbc:LineExtensionAmount currencyID="RON">100.00</cbc:LineExtensionAmount>', '') + line,
  },
  'BR-25': { '<cbc:Name>Produs</cbc:Name>': '' },
  'BR-26': { '<cac:Price><cbc:PriceAmount currencyID="RON">50.00</cbc:PriceAmount></cac:Price>': '' },
  'BR-27': { '>50.00<': '>-50.00<' },
  'BR-28': before(
    '</cac:Price>',
    '<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="RON">0.00</cbc:Amount><cbc:BaseAmount currencyID="RON">-1.00</cbc:BaseAmount></cac:AllowanceCharge>',
  ),
  'BR-CO-04': { [lineCategory]: '' },
  'BR-CL-18': { [lineCategory]: lineCategory.replace('>S<', '>X<') },
  'BR-54': before(
    '</cac:Item>',
    '<cac:AdditionalItemProperty><cbc:Name>Culoare</cbc:Name></cac:AdditionalItemProperty>',
  ),
  'BR-RO-A999': { [line]: line + line.replaceAll('100.00', '0.00').repeat(999) },
  'BR-31': inDocument(allowanceCharge(false, '')),
  'BR-32': inDocument(allowanceCharge(false, '0.00', 'Motiv', '')),
  'BR-33': inDocument(allowanceCharge(false, '0.00', '')),
  'BR-36': inDocument(allowanceCharge(true, '')),
  'BR-37': inDocument(allowanceCharge(true, '0.00', 'Motiv', '')),
  'BR-38': inDocument(allowanceCharge(true, '0.00', '')),
  'BR-41': inLine(lineAllowanceCharge(false, '', 'Motiv')),
  'BR-42': inLine(lineAllowanceCharge(false, '1.00', '')),
  'BR-43': inLine(lineAllowanceCharge(true, '', 'Motiv')),
  'BR-44': inLine(lineAllowanceCharge(true, '1.00', '')),
};
