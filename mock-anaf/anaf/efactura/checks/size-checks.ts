import { hasMoreThanTwoDecimals } from './amounts.ts';
import { checksOf, type InvoiceCheck } from './invoice-check.ts';
import type { InvoiceView } from './invoice-view.ts';

const sellerPath = 'AccountingSupplierParty/Party';
const buyerPath = 'AccountingCustomerParty/Party';

/** Limits on the length of texts: rule, label, field, path (in each line if it begins with `line/`), and number of characters. */
const lengths = [
  ['BR-RO-L0301', 'BR-RO-L030', 'BT-1', 'ID', 30],
  ['BR-RO-L0302', 'BR-RO-L030', 'BT-12', 'ContractDocumentReference/ID', 30],
  ['BR-RO-L0303', 'BR-RO-L030', 'BT-13', 'OrderReference/ID', 30],
  ['BR-RO-L0201', 'BR-RO-L020', 'BT-38', `${sellerPath}/PostalAddress/PostalZone`, 20],
  ['BR-RO-L0202', 'BR-RO-L020', 'BT-53', `${buyerPath}/PostalAddress/PostalZone`, 20],
  ['BR-RO-L0501', 'BR-RO-L050', 'BT-37', `${sellerPath}/PostalAddress/CityName`, 50],
  ['BR-RO-L0502', 'BR-RO-L050', 'BT-52', `${buyerPath}/PostalAddress/CityName`, 50],
  ['BR-RO-L151', 'BR-RO-L150', 'BT-35', `${sellerPath}/PostalAddress/StreetName`, 150],
  ['BR-RO-L152', 'BR-RO-L150', 'BT-50', `${buyerPath}/PostalAddress/StreetName`, 150],
  ['BR-RO-L201', 'BR-RO-L200', 'BT-27', `${sellerPath}/PartyLegalEntity/RegistrationName`, 200],
  ['BR-RO-L203', 'BR-RO-L200', 'BT-44', `${buyerPath}/PartyLegalEntity/RegistrationName`, 200],
  ['BR-RO-L301', 'BR-RO-L300', 'BT-20', 'PaymentTerms/Note', 300],
  ['BR-RO-L302', 'BR-RO-L300', 'BT-22', 'Note', 300],
  ['BR-RO-L140', 'BR-RO-L140', 'BT-83', 'PaymentMeans/PaymentID', 140],
  ['BR-RO-L1024', 'BR-RO-L100', 'BT-153', 'line/Item/Name', 100],
  ['BR-RO-L212', 'BR-RO-L200', 'BT-154', 'line/Item/Description', 200],
  ['BR-RO-L303', 'BR-RO-L300', 'BT-127', 'line/Note', 300],
] as const;

/** Amounts with at most two decimals: rule, field, path. */
const decimals = [
  ['BR-DEC-RO-01', 'BT-92, BT-99', 'AllowanceCharge/Amount'],
  ['BR-DEC-RO-09', 'BT-106', 'LegalMonetaryTotal/LineExtensionAmount'],
  ['BR-DEC-RO-10', 'BT-107', 'LegalMonetaryTotal/AllowanceTotalAmount'],
  ['BR-DEC-RO-11', 'BT-108', 'LegalMonetaryTotal/ChargeTotalAmount'],
  ['BR-DEC-RO-12', 'BT-109', 'LegalMonetaryTotal/TaxExclusiveAmount'],
  ['BR-DEC-RO-13', 'BT-110, BT-111', 'TaxTotal/TaxAmount'],
  ['BR-DEC-RO-14', 'BT-112', 'LegalMonetaryTotal/TaxInclusiveAmount'],
  ['BR-DEC-RO-16', 'BT-113', 'LegalMonetaryTotal/PrepaidAmount'],
  ['BR-DEC-RO-17', 'BT-114', 'LegalMonetaryTotal/PayableRoundingAmount'],
  ['BR-DEC-RO-18', 'BT-115', 'LegalMonetaryTotal/PayableAmount'],
  ['BR-DEC-RO-1009', 'BT-116', 'TaxTotal/TaxSubtotal/TaxableAmount'],
  ['BR-DEC-RO-1010', 'BT-117', 'TaxTotal/TaxSubtotal/TaxAmount'],
  ['BR-DEC-RO-23', 'BT-131', 'line/LineExtensionAmount'],
] as const;

/** Checks on the length of texts and the number of decimals of amounts. */
export const sizeChecks: readonly InvoiceCheck[] = [
  ...checksOf(
    'CIUS-RO',
    lengths.map(([id, label, term, path, limit]) => [
      id,
      `Numarul maxim permis de caractere pentru ${term} este ${limit}.`,
      `The field ${term} may have at most ${limit} characters.`,
      (invoice) => elementsAt(invoice, path).some((element) => element.text.length > limit),
      label,
    ]),
  ),
  ...checksOf(
    'CIUS-RO',
    decimals.map(([id, term, path]) => [
      id,
      `Numarul maxim permis de zecimale pentru ${term} este 2.`,
      `The field ${term} may have at most 2 decimals.`,
      (invoice) => ownersOf(invoice, path).some((owner) => hasMoreThanTwoDecimals(owner, withoutLine(path))),
      'BR-RO-Z2',
    ]),
  ),
];

function elementsAt(invoice: InvoiceView, path: string) {
  return ownersOf(invoice, path).flatMap((owner) => owner.all(withoutLine(path)));
}

function ownersOf({ root, lines }: InvoiceView, path: string) {
  return path.startsWith('line/') ? lines : [root];
}

function withoutLine(path: string): string {
  return path.replace(/^line\//, '');
}
