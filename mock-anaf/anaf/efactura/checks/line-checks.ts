import type { XmlElement } from '../xml/xml-element.ts';
import { hundredthsAt } from './amounts.ts';
import { hasFormOfUnit, vatCategories } from './code-lists.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import { allHave, type InvoiceView } from './invoice-view.ts';

/** Checks on the invoice lines. */
export const lineChecks: readonly InvoiceCheck[] = [
  ...checksOf('EN 16931', [
    [
      'BR-16',
      'Factura trebuie sa aiba cel putin o linie (BG-25).',
      'An invoice must have at least one line (BG-25).',
      ({ lines }) => lines.length === 0,
    ],
    ofEachLine('BR-21', 'un identificator (BT-126)', 'an identifier (BT-126)', 'ID'),
    [
      'BR-22',
      'Fiecare linie trebuie sa aiba cantitatea facturata (BT-129).',
      'Each line must have the invoiced quantity (BT-129).',
      (invoice) => quantitiesOf(invoice).some((quantity) => !quantity?.text),
    ],
    [
      'BR-23',
      'Cantitatea facturata trebuie sa aiba codul unitatii de masura (BT-130).',
      'The invoiced quantity must have the code of its unit (BT-130).',
      (invoice) => quantitiesOf(invoice).some((quantity) => quantity?.text && !quantity.attributes.unitCode),
    ],
    [
      'BR-CL-23',
      'Codul unitatii de masura (BT-130) trebuie sa aiba forma din recomandarile UN/ECE 20 si 21.',
      'The code of a unit (BT-130) must have the form of UN/ECE recommendations 20 and 21.',
      (invoice) => quantitiesOf(invoice).some((quantity) => !hasFormOfUnit(quantity?.attributes.unitCode || 'H87')),
    ],
    ofEachLine('BR-24', 'valoarea neta (BT-131)', 'a net amount (BT-131)', 'LineExtensionAmount'),
    ofEachLine('BR-25', 'numele articolului (BT-153)', 'the name of its item (BT-153)', 'Item/Name'),
    ofEachLine(
      'BR-26',
      'pretul net al articolului (BT-146)',
      'the net price of its item (BT-146)',
      'Price/PriceAmount',
    ),
    [
      'BR-27',
      'Pretul net al articolului (BT-146) nu poate fi negativ.',
      'The net price of an item (BT-146) must not be negative.',
      ({ lines }) => lines.some((line) => (hundredthsAt(line, 'Price/PriceAmount') ?? 0) < 0),
    ],
    [
      'BR-28',
      'Pretul brut al articolului (BT-148) nu poate fi negativ.',
      'The gross price of an item (BT-148) must not be negative.',
      ({ lines }) => lines.some((line) => (hundredthsAt(line, 'Price/AllowanceCharge/BaseAmount') ?? 0) < 0),
    ],
    ofEachLine('BR-CO-04', 'o categorie de TVA (BT-151)', 'a VAT category (BT-151)', 'Item/ClassifiedTaxCategory/ID'),
    [
      'BR-CL-18',
      'Categoria de TVA a unei linii (BT-151) trebuie sa fie din lista UNTDID 5305.',
      'The VAT category of a line (BT-151) must be a code of UNTDID 5305.',
      ({ lines }) => lines.some((line) => !vatCategories.has(line.textAt('Item/ClassifiedTaxCategory/ID') || 'S')),
    ],
    [
      'BR-54',
      'Fiecare atribut al articolului (BG-32) trebuie sa aiba un nume (BT-160) si o valoare (BT-161).',
      'Each attribute of an item (BG-32) must have a name (BT-160) and a value (BT-161).',
      ({ lines }) => {
        const attributes = lines.flatMap((line) => line.all('Item/AdditionalItemProperty'));
        return !allHave(attributes, 'Name') || !allHave(attributes, 'Value');
      },
    ],
  ]),
  ...checksOf('CIUS-RO', [
    [
      'BR-RO-A999',
      'O factura poate avea cel mult 999 de linii (BG-25).',
      'An invoice may have at most 999 lines (BG-25).',
      ({ lines }) => lines.length > 999,
    ],
  ]),
];

function ofEachLine(id: string, romanian: string, english: string, path: string) {
  const isBroken = ({ lines }: InvoiceView) => !allHave(lines, path);
  return [id, `Fiecare linie trebuie sa aiba ${romanian}.`, `Each line must have ${english}.`, isBroken] as const;
}

function quantitiesOf({ lines, isCreditNote }: InvoiceView): readonly (XmlElement | undefined)[] {
  return lines.map((line) => line.first(isCreditNote ? 'CreditedQuantity' : 'InvoicedQuantity'));
}
