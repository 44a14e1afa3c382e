import type { XmlElement } from '../xml/xml-element.ts';
import { counties, countries, isVatPrefix, sectors } from './code-lists.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import type { InvoiceView } from './invoice-view.ts';

interface Party {
  readonly of: (invoice: InvoiceView) => XmlElement;
  readonly romanian: string;
  readonly english: string;
  /** Ids of the rules on name, address, country, street, city, sector and county. */
  readonly rules: readonly [string, string, string, string, string, string, string];
  /** Business terms of name, address, country, street, city and county. */
  readonly terms: readonly [string, string, string, string, string, string];
}

const seller: Party = {
  of: (invoice) => invoice.seller,
  romanian: 'Vanzatorului',
  english: 'seller',
  rules: ['BR-06', 'BR-08', 'BR-09', 'BR-RO-081', 'BR-RO-091', 'BR-RO-100', 'BR-RO-110'],
  terms: ['BT-27', 'BG-5', 'BT-40', 'BT-35', 'BT-37', 'BT-39'],
};

const buyer: Party = {
  of: (invoice) => invoice.buyer,
  romanian: 'Cumparatorului',
  english: 'buyer',
  rules: ['BR-07', 'BR-10', 'BR-11', 'BR-RO-082', 'BR-RO-092', 'BR-RO-101', 'BR-RO-111'],
  terms: ['BT-44', 'BG-8', 'BT-55', 'BT-50', 'BT-52', 'BT-54'],
};

const vatNumberPath = 'PartyTaxScheme/CompanyID';
const legalNumberPath = 'PartyLegalEntity/CompanyID';
const identifierPaths = ['PartyIdentification/ID', legalNumberPath, vatNumberPath];

/** Checks on the names, tax numbers and addresses of seller and buyer. */
export const partyChecks: readonly InvoiceCheck[] = [
  ...checksOfParty(seller),
  ...checksOfParty(buyer),
  ...checksOf('EN 16931', [
    [
      'BR-CL-14',
      'Codul unei tari trebuie sa fie din lista ISO 3166-1.',
      'The code of a country must be one of ISO 3166-1.',
      (invoice) => [invoice.seller, invoice.buyer].some((party) => !countries.has(countryOf(party) || 'RO')),
    ],
    [
      'BR-CO-09',
      'Identificatorul de TVA (BT-31, BT-48) trebuie sa inceapa cu codul tarii.',
      'A VAT identifier (BT-31, BT-48) must begin with the code of its country.',
      (invoice) => [invoice.seller, invoice.buyer].flatMap(vatNumbersOf).some((text) => !isVatPrefix(text.slice(0, 2))),
    ],
    [
      'BR-CO-26',
      'Vanzatorul trebuie sa aiba un identificator (BT-29), unul de inregistrare legala (BT-30) sau unul de TVA (BT-31).',
      'The seller must have an identifier (BT-29), a legal registration number (BT-30) or a VAT identifier (BT-31).',
      // If the invoice has VAT, the stricter rule BR-RO-065 applies.
      (invoice) => isWithoutVat(invoice) && identifierPaths.every((path) => invoice.seller.textAt(path) === ''),
    ],
  ]),
  ...checksOf('CIUS-RO', [
    [
      'BR-RO-065',
      'Vanzatorul trebuie sa aiba un identificator de TVA (BT-31) sau de inregistrare fiscala (BT-32).',
      'The seller must have a VAT identifier (BT-31) or a tax registration number (BT-32).',
      (invoice) => !isWithoutVat(invoice) && invoice.seller.textAt(vatNumberPath) === '',
    ],
    [
      'BR-RO-120',
      'Cumparatorul trebuie sa aiba un identificator de inregistrare legala (BT-47) sau de TVA (BT-48).',
      'The buyer must have a legal registration number (BT-47) or a VAT identifier (BT-48).',
      (invoice) =>
        !isWithoutVat(invoice) && [vatNumberPath, legalNumberPath].every((path) => invoice.buyer.textAt(path) === ''),
    ],
  ]),
];

function checksOfParty({ of, romanian, english, rules, terms }: Party): readonly InvoiceCheck[] {
  const [name, address, country, street, city, sector, county] = rules;
  const [nameTerm, addressTerm, countryTerm, streetTerm, cityTerm, countyTerm] = terms;
  const isMissing = (path: string) => (invoice: InvoiceView) => {
    const found = of(invoice).first('PostalAddress');
    return found !== undefined && found.textAt(path) === '';
  };
  const countyOf = (invoice: InvoiceView) => of(invoice).textAt('PostalAddress/CountrySubentity');
  const isRomanian = (invoice: InvoiceView) => countryOf(of(invoice)) === 'RO';
  return [
    ...checksOf('EN 16931', [
      [
        name,
        `Factura trebuie sa contina numele ${romanian} (${nameTerm}).`,
        `An invoice must have the name of the ${english} (${nameTerm}).`,
        (invoice) => of(invoice).textAt('PartyLegalEntity/RegistrationName') === '',
      ],
      [
        address,
        `Factura trebuie sa contina adresa ${romanian} (${addressTerm}).`,
        `An invoice must have the address of the ${english} (${addressTerm}).`,
        (invoice) => of(invoice).first('PostalAddress') === undefined,
      ],
      [
        country,
        `Adresa ${romanian} trebuie sa contina codul tarii (${countryTerm}).`,
        `The address of the ${english} must have a country code (${countryTerm}).`,
        isMissing('Country/IdentificationCode'),
      ],
    ]),
    ...checksOf('CIUS-RO', [
      [
        street,
        `Adresa ${romanian} - Linia 1 (${streetTerm}) trebuie furnizata.`,
        `The first line of the ${english}'s address (${streetTerm}) must be given.`,
        isMissing('StreetName'),
        'BR-RO-080',
      ],
      [
        city,
        `Localitatea ${romanian} (${cityTerm}) trebuie furnizata.`,
        `The city of the ${english} (${cityTerm}) must be given.`,
        isMissing('CityName'),
        'BR-RO-090',
      ],
      [
        sector,
        `In Bucuresti (RO-B) localitatea ${romanian} (${cityTerm}) trebuie sa fie SECTOR1 ... SECTOR6.`,
        `In Bucharest (RO-B) the city of the ${english} (${cityTerm}) must be SECTOR1 ... SECTOR6.`,
        (invoice) => {
          const found = of(invoice).textAt('PostalAddress/CityName');
          return (
            isRomanian(invoice) && countyOf(invoice) === 'RO-B' && found !== '' && !sectors.has(found.toUpperCase())
          );
        },
      ],
      [
        county,
        `Daca tara ${romanian} este RO, judetul (${countyTerm}) trebuie sa fie din lista ISO 3166-2:RO (ex. RO-B, RO-CJ).`,
        `If the country of the ${english} is RO, the county (${countyTerm}) must be one of ISO 3166-2:RO (e.g. RO-B, RO-CJ).`,
        (invoice) => isRomanian(invoice) && !counties.has(countyOf(invoice)),
      ],
    ]),
  ];
}

function countryOf(party: XmlElement): string {
  return party.textAt('PostalAddress/Country/IdentificationCode');
}

/** Numbers with the tax scheme VAT. Companies that are not registered for VAT have their number under another scheme. */
function vatNumbersOf(party: XmlElement): readonly string[] {
  return party
    .all('PartyTaxScheme')
    .filter((one) => one.textAt('TaxScheme/ID') === 'VAT' && one.textAt('CompanyID') !== '')
    .map((one) => one.textAt('CompanyID'));
}

/** Whether every line is outside the scope of VAT (category O), so that the rules on tax numbers do not apply. */
function isWithoutVat({ lines }: InvoiceView): boolean {
  return lines.length > 0 && lines.every((line) => line.textAt('Item/ClassifiedTaxCategory/ID') === 'O');
}
