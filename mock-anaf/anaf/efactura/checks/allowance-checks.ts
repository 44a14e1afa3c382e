import type { XmlElement } from '../xml/xml-element.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import { allHave, allowancesOf, chargesOf, type InvoiceView } from './invoice-view.ts';

/** Checks on allowances and charges, of the document and of its lines. */
export const allowanceChecks: readonly InvoiceCheck[] = [
  ...checksFor(
    ['BR-31', 'BR-32', 'BR-33'],
    'deducere a documentului (BG-20)',
    'allowance of the document (BG-20)',
    (invoice) => invoice.allowances,
  ),
  ...checksFor(
    ['BR-36', 'BR-37', 'BR-38'],
    'taxa suplimentara a documentului (BG-21)',
    'charge of the document (BG-21)',
    (invoice) => invoice.charges,
  ),
  ...checksFor(
    ['BR-41', undefined, 'BR-42'],
    'deducere a unei linii (BG-27)',
    'allowance of a line (BG-27)',
    ({ lines }) => lines.flatMap(allowancesOf),
  ),
  ...checksFor(
    ['BR-43', undefined, 'BR-44'],
    'taxa suplimentara a unei linii (BG-28)',
    'charge of a line (BG-28)',
    ({ lines }) => lines.flatMap(chargesOf),
  ),
];

/**
 * The checks that apply to every kind of allowance or charge.
 * @param rules ids of the rules for the amount, the VAT category (`undefined` for those of lines, which have none) and the reason
 */
function checksFor(
  rules: readonly [string, string | undefined, string],
  romanian: string,
  english: string,
  of: (invoice: InvoiceView) => readonly XmlElement[],
): readonly InvoiceCheck[] {
  const [amount, category, reason] = rules;
  const isWithoutReason = (one: XmlElement) =>
    one.textAt('AllowanceChargeReason') === '' && one.textAt('AllowanceChargeReasonCode') === '';
  return checksOf('EN 16931', [
    [
      amount,
      `Fiecare ${romanian} trebuie sa aiba o valoare.`,
      `Each ${english} must have an amount.`,
      (invoice) => !allHave(of(invoice), 'Amount'),
    ],
    ...(category === undefined
      ? []
      : ([
          [
            category,
            `Fiecare ${romanian} trebuie sa aiba o categorie de TVA.`,
            `Each ${english} must have a VAT category.`,
            (invoice: InvoiceView) => !allHave(of(invoice), 'TaxCategory/ID'),
          ],
        ] as const)),
    [
      reason,
      `Fiecare ${romanian} trebuie sa aiba un motiv sau codul lui.`,
      `Each ${english} must have a reason or its code.`,
      (invoice) => of(invoice).some(isWithoutReason),
    ],
  ]);
}
