import type { XmlElement } from '../xml/xml-element.ts';
import { differ, differByUnit, hundredthsAt, sum } from './amounts.ts';
import { currencies, vatCategories } from './code-lists.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import { allHave, vatCategoryOf } from './invoice-view.ts';

/** Checks on the VAT breakdown that apply to all categories. */
export const vatChecks: readonly InvoiceCheck[] = checksOf('EN 16931', [
  [
    'BR-CO-18',
    'Factura trebuie sa aiba cel putin un grup de detaliere a TVA (BG-23).',
    'An invoice must have at least one group of the VAT breakdown (BG-23).',
    ({ vatGroups }) => vatGroups.length === 0,
  ],
  [
    'BR-45',
    'Fiecare grup de TVA trebuie sa aiba baza de calcul (BT-116).',
    'Each VAT group must have a taxable amount (BT-116).',
    ({ vatGroups }) => !allHave(vatGroups, 'TaxableAmount'),
  ],
  [
    'BR-46',
    'Fiecare grup de TVA trebuie sa aiba valoarea TVA (BT-117).',
    'Each VAT group must have a tax amount (BT-117).',
    ({ vatGroups }) => !allHave(vatGroups, 'TaxAmount'),
  ],
  [
    'BR-47',
    'Fiecare grup de TVA trebuie sa aiba categoria de TVA (BT-118).',
    'Each VAT group must have a VAT category (BT-118).',
    ({ vatGroups }) => !allHave(vatGroups, 'TaxCategory/ID'),
  ],
  [
    'BR-48',
    'Fiecare grup de TVA trebuie sa aiba cota (BT-119), daca nu este in afara sferei TVA.',
    'Each VAT group must have a rate (BT-119), unless it is outside the scope of VAT.',
    ({ vatGroups }) =>
      !allHave(
        vatGroups.filter((group) => codeOf(group) !== 'O'),
        'TaxCategory/Percent',
      ),
  ],
  [
    'BR-CL-17',
    'Categoria unui grup de TVA (BT-118) trebuie sa fie din lista UNTDID 5305.',
    'The category of a VAT group (BT-118) must be a code of UNTDID 5305.',
    ({ vatGroups }) => vatGroups.some((group) => !vatCategories.has(codeOf(group) || 'S')),
  ],
  [
    'BR-CO-14',
    'Totalul TVA (BT-110) trebuie sa fie suma valorilor TVA din grupuri (BT-117).',
    'The VAT total (BT-110) must be the sum of the tax amounts of the groups (BT-117).',
    ({ vatTotal, vatGroups }) => {
      const amounts = vatGroups.map((group) => hundredthsAt(group, 'TaxAmount'));
      if (amounts.length === 0 || amounts.includes(undefined)) return false;
      return differ(hundredthsAt(vatTotal, 'TaxAmount'), sum(amounts.map((amount) => amount ?? 0)));
    },
  ],
  [
    'BR-CO-17',
    'Valoarea TVA a unui grup (BT-117) trebuie sa fie baza (BT-116) x cota (BT-119) / 100, rotunjita la doua zecimale.',
    'The tax amount of a VAT group (BT-117) must be its base (BT-116) x its rate (BT-119) / 100, rounded to two decimals.',
    ({ vatGroups }) => vatGroups.some(isTaxedWrongly),
  ],
  [
    'BR-53',
    'Daca exista moneda de contabilizare a TVA (BT-6), trebuie sa existe totalul TVA in aceasta moneda (BT-111).',
    'If there is a VAT accounting currency (BT-6), there must be a VAT total in it (BT-111).',
    ({ root }) => {
      const currency = root.textAt('TaxCurrencyCode');
      return (
        currencies.has(currency) &&
        !root.all('TaxTotal/TaxAmount').some((amount) => amount.attributes.currencyID === currency)
      );
    },
  ],
]);

function codeOf(group: XmlElement): string {
  return vatCategoryOf(group).textAt('ID');
}

function isTaxedWrongly(group: XmlElement): boolean {
  const base = hundredthsAt(group, 'TaxableAmount');
  const rate = vatCategoryOf(group).textAt('Percent');
  if (base === undefined || rate === '' || Number.isNaN(Number(rate))) return false;
  // documented: the UBL binding of the standard allows a difference of less than one unit of the currency
  return differByUnit(hundredthsAt(group, 'TaxAmount'), Math.round((base * Number(rate)) / 100));
}
