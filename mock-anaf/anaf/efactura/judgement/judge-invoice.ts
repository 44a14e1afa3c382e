import type { Company, UploadVerdict } from '../../../engine/state/mock-state.ts';
import { bareTaxId } from '../../../engine/state/tax-id.ts';
import { errorMessageOf } from '../checks/invoice-check.ts';
import { invoiceChecks } from '../checks/invoice-checks.ts';
import { InvoiceView } from '../checks/invoice-view.ts';
import type { XmlDocument } from '../xml/xml-document.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { type Parties, type Sender, sellerErrors } from './seller-check.ts';

/** Judges an invoice or credit note: runs all checks, and compares its seller with the registers and the sender. */
export function judgeInvoice({ element }: XmlDocument, companies: readonly Company[], sender?: Sender): UploadVerdict {
  const invoice = new InvoiceView(element);
  const parties: Parties = { seller: taxIdOf(invoice.seller), buyer: taxIdOf(invoice.buyer) };
  const errors = invoiceChecks.filter(({ isBroken }) => isBroken(invoice)).map(errorMessageOf);
  // If the seller has no number at all, one of the checks already reports it.
  if (parties.seller !== '' || errors.length === 0) errors.push(...sellerErrors(parties, companies, sender));
  return errors.length > 0 ? { stare: 'nok', errors } : { stare: 'ok', ...parties };
}

/** The CUI of a party: its VAT identifier (BT-31, BT-48), or its tax registration (BT-32), or its legal number (BT-30, BT-47). */
function taxIdOf(party: XmlElement): string {
  const schemes = party.all('PartyTaxScheme');
  const isVat = (scheme: XmlElement) => scheme.textAt('TaxScheme/ID').toUpperCase() === 'VAT';
  const scheme = schemes.find(isVat) ?? schemes[0];
  return bareTaxId(scheme?.textAt('CompanyID') || party.textAt('PartyLegalEntity/CompanyID'));
}
