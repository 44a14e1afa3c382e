import { invoiceChecks } from 'mock-anaf/internal/anaf/efactura/checks/invoice-checks.ts';
import { InvoiceView } from 'mock-anaf/internal/anaf/efactura/checks/invoice-view.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';

/** The ids of the rules that an invoice breaks, in the order of the table of checks. */
export function brokenRules(xml: string): readonly string[] {
  const view = new InvoiceView(readXmlDocument(Buffer.from(xml)).element);
  return invoiceChecks.filter(({ isBroken }) => isBroken(view)).map(({ id }) => id);
}
