import type { Company, UploadVerdict } from '../state/mock-state.ts';
import { bareTaxId } from '../state/tax-id.ts';
import type { XmlDocument } from './xml-document.ts';

interface Rule {
  readonly id: string;
  readonly complaint: string;
  readonly isBroken: (document: XmlDocument) => boolean;
}

const ciusRo = 'urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:';
const supplier = 'AccountingSupplierParty/Party';
const customer = 'AccountingCustomerParty/Party';

/** A small part of the rules of EN 16931 and CIUS-RO; the wording of the complaints is assumed but for R6.1. */
const rules: readonly Rule[] = [
  {
    id: 'BR-RO-001',
    complaint: 'Identificatorul specificatiei (BT-24) trebuie sa fie cel al CIUS-RO',
    isBroken: (document) => !document.texts('CustomizationID')[0]?.startsWith(ciusRo),
  },
  required('BR-02', 'O factura trebuie sa contina numarul facturii (BT-1)', 'ID'),
  required('BR-03', 'O factura trebuie sa contina data emiterii (BT-2)', 'IssueDate'),
  required('BR-05', 'O factura trebuie sa contina codul monedei (BT-5)', 'DocumentCurrencyCode'),
  required(
    'BR-06',
    'O factura trebuie sa contina numele vanzatorului (BT-27)',
    `${supplier}/PartyLegalEntity/RegistrationName`,
  ),
  required(
    'BR-07',
    'O factura trebuie sa contina numele cumparatorului (BT-44)',
    `${customer}/PartyLegalEntity/RegistrationName`,
  ),
  required('BR-13', 'O factura trebuie sa contina totalul fara TVA (BT-109)', 'LegalMonetaryTotal/TaxExclusiveAmount'),
  required('BR-15', 'O factura trebuie sa contina suma de plata (BT-115)', 'LegalMonetaryTotal/PayableAmount'),
];

/** Decides what becomes of an uploaded invoice or credit note. */
export function judgeInvoice(document: XmlDocument, companies: readonly Company[]): UploadVerdict {
  const seller = taxIdOf(document, supplier);
  const buyer = taxIdOf(document, customer);
  const errors = rules.filter((rule) => rule.isBroken(document)).map(({ id, complaint }) => complaintOf(id, complaint));
  if (!companies.some(({ cui }) => cui === seller)) {
    // observed in an error archive: this rule, with the CUI glued to its text
    errors.push(complaintOf('R6.1', `CIF-ul vanzatorului nu figureaza in baza de date:${seller}`));
  }
  return errors.length > 0 ? { stare: 'nok', errors } : { stare: 'ok', seller, buyer };
}

function required(id: string, complaint: string, path: string): Rule {
  return { id, complaint, isBroken: (document) => !document.texts(path)[0] };
}

function taxIdOf(document: XmlDocument, party: string): string {
  const written =
    document.texts(`${party}/PartyTaxScheme/CompanyID`)[0] ?? document.texts(`${party}/PartyLegalEntity/CompanyID`)[0];
  return bareTaxId(written ?? '');
}

// observed: this prefix and line break
function complaintOf(id: string, complaint: string): string {
  return `E: validari globale\n eroare regula: ${id}: ${complaint}`;
}
