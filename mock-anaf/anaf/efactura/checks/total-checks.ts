import type { XmlElement } from '../xml/xml-element.ts';
import { differ, hundredthsAt, hundredthsOrZero, isDecimal, sum } from './amounts.ts';
import { currencies } from './code-lists.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import type { InvoiceView } from './invoice-view.ts';

/** Checks on the totals: they must be present, decimal, and equal to the sum of their amounts at two decimals. */
export const totalChecks: readonly InvoiceCheck[] = [
  ...checksOf('UBL 2.1', [
    [
      'UBL-DECIMAL',
      'Fiecare suma trebuie sa fie un numar zecimal.',
      'Each amount must be a decimal number.',
      ({ root }) => amountsIn(root).some(({ text }) => text !== '' && !isDecimal(text)),
    ],
  ]),
  ...checksOf('EN 16931', [
    required(
      'BR-12',
      'suma valorilor nete ale liniilor (BT-106)',
      'the sum of line net amounts (BT-106)',
      'LineExtensionAmount',
    ),
    required('BR-13', 'totalul fara TVA (BT-109)', 'the total without VAT (BT-109)', 'TaxExclusiveAmount'),
    required('BR-14', 'totalul cu TVA (BT-112)', 'the total with VAT (BT-112)', 'TaxInclusiveAmount'),
    required('BR-15', 'suma de plata (BT-115)', 'the amount due for payment (BT-115)', 'PayableAmount'),
    [
      'BR-CL-03',
      'Moneda fiecarei sume (currencyID) trebuie sa fie din lista ISO 4217.',
      'The currency of each amount (currencyID) must be a code of ISO 4217.',
      ({ root }) => amountsIn(root).some(({ attributes }) => !currencies.has(attributes.currencyID ?? '')),
    ],
    [
      'BR-CO-10',
      'Suma valorilor nete ale liniilor (BT-106) trebuie sa fie egala cu suma valorilor din linii (BT-131).',
      'The sum of line net amounts (BT-106) must equal what the lines (BT-131) add up to.',
      ({ totals, lines }) =>
        lines.length > 0 && differ(hundredthsAt(totals, 'LineExtensionAmount'), sumAt(lines, 'LineExtensionAmount')),
    ],
    [
      'BR-CO-11',
      'Suma deducerilor (BT-107) trebuie sa fie egala cu suma deducerilor documentului (BT-92).',
      'The sum of allowances (BT-107) must equal what the allowances of the document (BT-92) add up to.',
      ({ totals, allowances }) => differ(hundredthsOrZero(totals, 'AllowanceTotalAmount'), sumAt(allowances, 'Amount')),
    ],
    [
      'BR-CO-12',
      'Suma taxelor suplimentare (BT-108) trebuie sa fie egala cu suma taxelor documentului (BT-99).',
      'The sum of charges (BT-108) must equal what the charges of the document (BT-99) add up to.',
      ({ totals, charges }) => differ(hundredthsOrZero(totals, 'ChargeTotalAmount'), sumAt(charges, 'Amount')),
    ],
    [
      'BR-CO-13',
      'Totalul fara TVA (BT-109) trebuie sa fie BT-106 - BT-107 + BT-108.',
      'The total without VAT (BT-109) must be BT-106 - BT-107 + BT-108.',
      ({ totals }) => {
        const lines = hundredthsAt(totals, 'LineExtensionAmount');
        const others = hundredthsOrZero(totals, 'ChargeTotalAmount') - hundredthsOrZero(totals, 'AllowanceTotalAmount');
        return lines !== undefined && differ(hundredthsAt(totals, 'TaxExclusiveAmount'), lines + others);
      },
    ],
    [
      'BR-CO-15',
      'Totalul cu TVA (BT-112) trebuie sa fie BT-109 + BT-110.',
      'The total with VAT (BT-112) must be BT-109 + BT-110.',
      ({ totals, vatTotal }) => {
        const net = hundredthsAt(totals, 'TaxExclusiveAmount');
        const vat = hundredthsAt(vatTotal, 'TaxAmount');
        if (net === undefined || vat === undefined) return false;
        return differ(hundredthsAt(totals, 'TaxInclusiveAmount'), net + vat);
      },
    ],
    [
      'BR-CO-16',
      'Suma de plata (BT-115) trebuie sa fie BT-112 - BT-113 + BT-114.',
      'The amount due for payment (BT-115) must be BT-112 - BT-113 + BT-114.',
      ({ totals }) => {
        const gross = hundredthsAt(totals, 'TaxInclusiveAmount');
        if (gross === undefined) return false;
        const others = hundredthsOrZero(totals, 'PayableRoundingAmount') - hundredthsOrZero(totals, 'PrepaidAmount');
        return differ(hundredthsAt(totals, 'PayableAmount'), gross + others);
      },
    ],
  ]),
];

function required(id: string, romanian: string, english: string, path: string) {
  const isBroken = ({ totals }: InvoiceView) => totals.textAt(path) === '';
  return [id, `Factura trebuie sa contina ${romanian}.`, `An invoice must have ${english}.`, isBroken] as const;
}

function sumAt(elements: readonly XmlElement[], path: string): number {
  return sum(elements.map((element) => hundredthsOrZero(element, path)));
}

/** All descendants whose name ends in `Amount`. */
function amountsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => (child.name.endsWith('Amount') ? [child] : amountsIn(child)));
}
