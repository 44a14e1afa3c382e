import { judgeDocument, standardOf } from '../anaf/efactura/judgement/standards.ts';
import { storeUpload } from '../anaf/efactura/upload/store-upload.ts';
import { readXmlDocument, type XmlDocument } from '../anaf/efactura/xml/xml-document.ts';
import { XmlError } from '../anaf/efactura/xml/xml-error.ts';
import { ControlError } from '../engine/settings/control-error.ts';
import type { Company, Environment, MessageKind, Upload } from '../engine/state/mock-state.ts';
import type { MockParts } from '../parts.ts';
import { generatedBuyerMessage, generatedInvoice } from './generated-documents.ts';

export interface MessageRequest {
  /** The company that shall find the message. */
  readonly cui: string;
  /**
   * Default `FACTURA PRIMITA`. A message of a buyer is about the newest invoice between the two companies; if there is none, one
   * is put there first, with its own messages.
   */
  readonly kind?: MessageKind;
  /** How many. Default 1, at most 2000. */
  readonly count?: number;
  /** CUI of the other company. Default: the first other one that there is. */
  readonly other?: string;
  /**
   * A document of one's own in place of a generated one, of any standard that may be uploaded: its root says which. Seller and
   * buyer are those in it, and `kind` says nothing.
   */
  readonly xml?: string;
  /** Default `test`. */
  readonly environment?: Environment;
}

/**
 * Puts documents into ANAF's lists as if they had been uploaded and processed; returns the upload ids.
 * @throws ControlError if a company is unknown or the document cannot be read
 */
export function addMessages(parts: MockParts, request: MessageRequest): readonly string[] {
  const { count = 1 } = request;
  if (!Number.isInteger(count) || count < 1 || count > 2000)
    throw new ControlError(`"count" must be 1 to 2000, got ${count}`);
  return Array.from({ length: count }, (_, index) => addOne(parts, request, index + 1).id);
}

function addOne(parts: MockParts, request: MessageRequest, number: number): Upload {
  const { cui, kind = 'FACTURA PRIMITA', environment = 'test', xml } = request;
  if (xml !== undefined) return store(parts, environment, cui, xml);
  const [own, other] = partiesOf(parts.state.companies, request);
  switch (kind) {
    case 'FACTURA PRIMITA':
      return store(parts, environment, cui, generatedInvoice(parts, other, own, number));
    case 'FACTURA TRIMISA':
      return store(parts, environment, cui, generatedInvoice(parts, own, other, number));
    case 'ERORI FACTURA':
      // An invoice without a date is the simplest that ANAF refuses.
      return store(parts, environment, cui, withoutDate(generatedInvoice(parts, own, other, number)));
    case 'MESAJ CUMPARATOR TRANSMIS':
      return addBuyerMessage(parts, environment, other, own, number);
    case 'MESAJ CUMPARATOR PRIMIT':
      return addBuyerMessage(parts, environment, own, other, number);
    default:
      return kind satisfies never;
  }
}

function addBuyerMessage(parts: MockParts, environment: Environment, seller: Company, buyer: Company, number: number) {
  const invoice =
    newestInvoice(parts, environment, seller, buyer) ??
    store(parts, environment, seller.cui, generatedInvoice(parts, seller, buyer, number));
  return store(parts, environment, buyer.cui, generatedBuyerMessage(invoice.id, number));
}

function newestInvoice({ state }: MockParts, environment: Environment, seller: Company, buyer: Company) {
  return Object.values(state.uploads).findLast(
    ({ standard, verdict, ...upload }) =>
      upload.environment === environment &&
      standard !== 'RASP' &&
      verdict.stare === 'ok' &&
      verdict.seller === seller.cui &&
      verdict.buyer === buyer.cui,
  );
}

function store(parts: MockParts, environment: Environment, cif: string, xml: string): Upload {
  const document = read(xml);
  const standard = standardOf(document) ?? 'UBL';
  const at = parts.clock.now();
  const verdict = orControlError(() => judgeDocument(document, standard, parts.state, { cui: cif, environment, at }));
  const stored = { environment, cif, standard, isSelfBilled: false, xml, verdict, uploadedAt: at, processedAt: at };
  return storeUpload(parts, stored, at);
}

function read(xml: string): XmlDocument {
  return orControlError(() => readXmlDocument(Buffer.from(xml)));
}

function orControlError<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof XmlError) throw new ControlError(`"xml" cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
}

function withoutDate(xml: string): string {
  return xml.replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, '');
}

/** The company that shall find the message, and the other one. */
function partiesOf(companies: readonly Company[], { cui, other }: MessageRequest): readonly [Company, Company] {
  const own = companyOf(companies, cui, 'cui');
  const partner =
    other === undefined ? companies.find((company) => company !== own) : companyOf(companies, other, 'other');
  if (partner) return [own, partner];
  throw new ControlError('"other" is needed: there is no second company');
}

function companyOf(companies: readonly Company[], cui: string, name: string): Company {
  const company = companies.find((one) => one.cui === cui);
  if (company) return company;
  throw new ControlError(`"${name}" must be one of ${companies.map((one) => one.cui).join(', ')}; got "${cui}"`);
}
