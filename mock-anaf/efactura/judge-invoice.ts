import type { Company, UploadVerdict } from '../state/mock-state.ts';
import { bareTaxId } from '../state/tax-id.ts';
import { complaintOf } from './checks/invoice-check.ts';
import { invoiceChecks } from './checks/invoice-checks.ts';
import { InvoiceView } from './checks/invoice-view.ts';
import type { XmlDocument } from './xml-document.ts';
import type { XmlElement } from './xml-element.ts';

/** Decides what becomes of an uploaded invoice or credit note. */
export function judgeInvoice({ element }: XmlDocument, companies: readonly Company[]): UploadVerdict {
  const invoice = new InvoiceView(element);
  const seller = taxIdOf(invoice.seller);
  const errors = invoiceChecks.filter(({ isBroken }) => isBroken(invoice)).map(complaintOf);
  const isKnown = companies.some(({ cui }) => cui === seller);
  // Where there is no number at all, a rule of the table has said so.
  if (!isKnown && (seller !== '' || errors.length === 0)) errors.push(unknownSeller(seller));
  return errors.length > 0 ? { stare: 'nok', errors } : { stare: 'ok', seller, buyer: taxIdOf(invoice.buyer) };
}

/** Observed in an archive of errors, prefix and line break included: this rule, with the CUI glued to its text. */
export function unknownSeller(taxId: string): string {
  return `E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:${taxId}`;
}

function taxIdOf(party: XmlElement): string {
  return bareTaxId(party.textAt('PartyTaxScheme/CompanyID') || party.textAt('PartyLegalEntity/CompanyID'));
}
