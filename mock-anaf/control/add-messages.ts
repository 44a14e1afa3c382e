import { sampleInvoice } from '../efactura/sample-invoice.ts';
import { judgeDocument } from '../efactura/standards.ts';
import { storeUpload } from '../efactura/store-upload.ts';
import { readXmlDocument, XmlError } from '../efactura/xml-document.ts';
import type { MockParts } from '../parts.ts';
import type { Company, Environment } from '../state/mock-state.ts';
import { ControlError } from './control-error.ts';

export interface MessageRequest {
  /** The company that shall find the message. */
  readonly cui: string;
  /** Default `FACTURA PRIMITA`. */
  readonly kind?: 'FACTURA PRIMITA' | 'FACTURA TRIMISA' | 'ERORI FACTURA';
  /** How many. Default 1, at most 2000. */
  readonly count?: number;
  /** CUI of the other company. Default: the first other one that there is. */
  readonly other?: string;
  /** An invoice of one's own (UBL), in place of a generated one; seller and buyer are then those in it, and `kind` says nothing. */
  readonly xml?: string;
  /** Default `test`. */
  readonly environment?: Environment;
}

/**
 * Puts invoices into ANAF's lists as if they had been uploaded and processed; returns the upload ids.
 * @throws ControlError if a company is unknown or the document cannot be read
 */
export function addMessages(parts: MockParts, request: MessageRequest): readonly string[] {
  const { count = 1, environment = 'test' } = request;
  if (!Number.isInteger(count) || count < 1 || count > 2000)
    throw new ControlError(`"count" must be 1 to 2000, got ${count}`);
  return Array.from({ length: count }, (_, index) => {
    const xml = request.xml ?? generated(parts, request, index + 1);
    const verdict = judge(parts, xml);
    const at = parts.clock.now();
    const document = { environment, cif: request.cui, standard: 'UBL', isSelfBilled: false, xml, verdict } as const;
    return storeUpload(parts, { ...document, uploadedAt: at, processedAt: at }, at).id;
  });
}

function generated({ state, clock }: MockParts, { cui, kind, other }: MessageRequest, number: number): string {
  const own = companyOf(state.companies, cui, 'cui');
  const partner =
    other === undefined
      ? state.companies.find((company) => company !== own)
      : companyOf(state.companies, other, 'other');
  if (!partner) throw new ControlError('"other" is needed: there is no second company');
  const [seller, buyer] = kind === undefined || kind === 'FACTURA PRIMITA' ? [partner, own] : [own, partner];
  const issueDate = new Date(clock.now() * 1000).toISOString().slice(0, 10);
  const xml = sampleInvoice(`TEST-${state.nextUploadId}-${number}`, issueDate, seller, buyer);
  // An invoice without a date is the simplest that ANAF refuses.
  return kind === 'ERORI FACTURA' ? xml.replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, '') : xml;
}

function judge(parts: MockParts, xml: string) {
  try {
    return judgeDocument(readXmlDocument(Buffer.from(xml)), 'UBL', parts.state);
  } catch (error) {
    if (error instanceof XmlError) throw new ControlError(`"xml" cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
}

function companyOf(companies: readonly Company[], cui: string, name: string): Company {
  const company = companies.find((one) => one.cui === cui);
  if (company) return company;
  throw new ControlError(`"${name}" must be one of ${companies.map((one) => one.cui).join(', ')}; got "${cui}"`);
}
