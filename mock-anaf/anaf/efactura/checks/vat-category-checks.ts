import type { XmlElement } from '../xml/xml-element.ts';
import { differByUnit, hundredthsAt, hundredthsOrZero, sum } from './amounts.ts';
import { vatCategories } from './code-lists.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import { type InvoiceView, vatCategoryOf } from './invoice-view.ts';

/** The VAT categories: the letters in the ids of their rules, whether they are taxed, and whether they need an exemption reason. */
const categories = [
  { code: 'S', rules: 'S', romanian: 'Cota standard', english: 'Standard rate', isTaxed: true, needsReason: false },
  { code: 'Z', rules: 'Z', romanian: 'Cota zero', english: 'Zero rate', isTaxed: false, needsReason: false },
  { code: 'E', rules: 'E', romanian: 'Scutit de TVA', english: 'Exempt', isTaxed: false, needsReason: true },
  { code: 'AE', rules: 'AE', romanian: 'Taxare inversa', english: 'Reverse charge', isTaxed: false, needsReason: true },
  {
    code: 'K',
    rules: 'IC',
    romanian: 'Livrare intracomunitara',
    english: 'Intra-community supply',
    isTaxed: false,
    needsReason: true,
  },
  { code: 'G', rules: 'G', romanian: 'Export', english: 'Export', isTaxed: false, needsReason: true },
  {
    code: 'O',
    rules: 'O',
    romanian: 'In afara sferei TVA',
    english: 'Outside the scope of VAT',
    isTaxed: false,
    needsReason: true,
  },
] as const;

type Category = (typeof categories)[number];

/** Checks that are the same for every VAT category: BR-S-01 … BR-O-10. */
export const vatCategoryChecks: readonly InvoiceCheck[] = categories.flatMap(checksOfCategory);

function checksOfCategory(category: Category): readonly InvoiceCheck[] {
  const { code, rules, romanian, english, isTaxed, needsReason } = category;
  const groupsOf = ({ vatGroups }: InvoiceView) => vatGroups.filter((group) => codeOf(group) === code);
  return checksOf('EN 16931', [
    [
      `BR-${rules}-01`,
      `${romanian}: o categorie folosita in linii, deduceri sau taxe trebuie sa aiba un grup de TVA (BT-118 = ${code}).`,
      `${english}: a category that a line, allowance or charge uses must have a VAT group (BT-118 = ${code}).`,
      (invoice) =>
        isBreakdownReadable(invoice) &&
        groupsOf(invoice).length === 0 &&
        usersOf(invoice).some((user) => codeOf(user) === code),
    ],
    [
      `BR-${rules}-05`,
      `${romanian}: cota din linii (BT-152) trebuie sa ${rateRuleInRomanian(category)}.`,
      `${english}: the rate of a line (BT-152) must ${rateRuleInEnglish(category)}.`,
      ({ lines }) => lines.some((line) => codeOf(line) === code && !isRateRight(category, line)),
    ],
    [
      `BR-${rules}-08`,
      `${romanian}: baza grupului de TVA (BT-116) trebuie sa fie suma liniilor si taxelor minus deducerile cu aceeasi cota.`,
      `${english}: the base of the VAT group (BT-116) must be the lines and charges less the allowances of that rate.`,
      (invoice) =>
        groupsOf(invoice).some((group) => differByUnit(hundredthsAt(group, 'TaxableAmount'), baseOf(invoice, group))),
    ],
    ...(isTaxed
      ? []
      : ([
          [
            `BR-${rules}-09`,
            `${romanian}: valoarea TVA a grupului (BT-117) trebuie sa fie 0.`,
            `${english}: the tax amount of the VAT group (BT-117) must be 0.`,
            (invoice: InvoiceView) =>
              groupsOf(invoice).some((group) => hundredthsOrZero(group, 'TaxAmount') !== 0 && !isRatePositive(group)),
          ],
        ] as const)),
    [
      `BR-${rules}-10`,
      `${romanian}: grupul de TVA trebuie sa ${needsReason ? '' : 'nu '}aiba motivul scutirii (BT-120) sau codul lui (BT-121).`,
      `${english}: the VAT group must ${needsReason ? 'have' : 'not have'} an exemption reason (BT-120) or its code (BT-121).`,
      (invoice) => groupsOf(invoice).some((group) => hasReason(group) !== needsReason),
    ],
  ]);
}

/** Whether every group of the VAT breakdown has a valid category. If not, another rule already reports it. */
function isBreakdownReadable({ vatGroups }: InvoiceView): boolean {
  return vatGroups.length > 0 && vatGroups.every((group) => vatCategories.has(codeOf(group)));
}

function usersOf({ lines, allowances, charges }: InvoiceView): readonly XmlElement[] {
  return [...lines, ...allowances, ...charges];
}

function codeOf(element: XmlElement): string {
  return vatCategoryOf(element).textAt('ID');
}

function isRatePositive(element: XmlElement): boolean {
  return Number(vatCategoryOf(element).textAt('Percent')) > 0;
}

function isRateRight({ code, isTaxed }: Category, line: XmlElement): boolean {
  const rate = vatCategoryOf(line).textAt('Percent');
  if (code === 'O') return rate === '';
  return isTaxed ? Number(rate) > 0 : rate !== '' && Number(rate) === 0;
}

function rateRuleInRomanian({ code, isTaxed }: Category): string {
  if (code === 'O') return 'lipseasca';
  return isTaxed ? 'fie mai mare decat 0' : 'fie 0';
}

function rateRuleInEnglish({ code, isTaxed }: Category): string {
  if (code === 'O') return 'be left out';
  return isTaxed ? 'be above 0' : 'be 0';
}

/**
 * The sum of the lines and charges with the category and rate of a group, minus the allowances; `undefined` if none has this category
 * and rate.
 */
function baseOf(invoice: InvoiceView, group: XmlElement): number | undefined {
  const isOfGroup = (user: XmlElement) => codeOf(user) === codeOf(group) && rateOf(user) === rateOf(group);
  if (!usersOf(invoice).some(isOfGroup)) return undefined;
  const total = (users: readonly XmlElement[], path: string) =>
    sum(users.filter(isOfGroup).map((user) => hundredthsOrZero(user, path)));
  const allowed = total(invoice.allowances, 'Amount');
  return total(invoice.lines, 'LineExtensionAmount') + total(invoice.charges, 'Amount') - allowed;
}

function rateOf(element: XmlElement): number {
  return Number(vatCategoryOf(element).textAt('Percent'));
}

function hasReason(group: XmlElement): boolean {
  const category = vatCategoryOf(group);
  return category.textAt('TaxExemptionReason') !== '' || category.textAt('TaxExemptionReasonCode') !== '';
}
