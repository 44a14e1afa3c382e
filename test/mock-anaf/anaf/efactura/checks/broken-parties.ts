import { buyer, type Changes, seller, untaxed } from './changes.ts';

const abroad = (county: string, country: string) =>
  county.replace('<cbc:IdentificationCode>RO<', `<cbc:IdentificationCode>${country}<`);
const sellerNumber =
  '<cac:PartyTaxScheme><cbc:CompanyID>RO90123459</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>';

/** For each rule on seller and buyer: changes to the sample invoice that break this rule and no other. */
export const brokenParties: Readonly<Record<string, Changes>> = {
  'BR-06': { '<cbc:RegistrationName>Exemplu SRL</cbc:RegistrationName>': '' },
  'BR-08': { [seller.wholeAddress]: '' },
  'BR-09': { [seller.county]: '<cbc:CountrySubentity>RO-B</cbc:CountrySubentity>' },
  'BR-RO-081': { '<cbc:StreetName>Strada Vânzării 1</cbc:StreetName>': '' },
  'BR-RO-091': { '<cbc:CityName>SECTOR2</cbc:CityName>': '' },
  'BR-RO-100': { SECTOR2: 'Bucuresti' },
  'BR-RO-110': { '>RO-B<': '>Bucuresti<' },
  'BR-07': { '<cbc:RegistrationName>Beta Comerț SRL</cbc:RegistrationName>': '' },
  'BR-10': { [buyer.wholeAddress]: '' },
  'BR-11': { [buyer.county]: '<cbc:CountrySubentity>RO-CJ</cbc:CountrySubentity>' },
  'BR-RO-082': { '<cbc:StreetName>Strada Cumpărării 2</cbc:StreetName>': '' },
  'BR-RO-092': { '<cbc:CityName>Cluj-Napoca</cbc:CityName>': '' },
  'BR-RO-101': { '>RO-CJ<': '>RO-B<' },
  'BR-RO-111': { '>RO-CJ<': '>CJ<' },
  'BR-CL-14': { [buyer.county]: abroad(buyer.county, 'ZZ') },
  'BR-CO-09': { '<cbc:CompanyID>RO90123459': '<cbc:CompanyID>90123459' },
  'BR-CO-26': { ...untaxed('O', { reason: 'Neplatitor', percent: '' }), [sellerNumber]: '' },
  'BR-RO-065': { [sellerNumber]: '' },
  'BR-RO-120': { '<cbc:CompanyID>90234171</cbc:CompanyID>': '' },
};
