import type { Engine } from '../../engine/engine.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Company, Environment, MessageKind, Upload } from '../../engine/state/mock-state.ts';
import { generatedBuyerMessage, generatedInvoice, withoutDate } from './generated-documents.ts';
import { type StoreParts, storeDocument } from './store-document.ts';

/** Which messages to add. */
export interface MessageRequest {
  /** CUI of the company in whose list the message appears. */
  readonly cui: string;
  /**
   * Default `FACTURA PRIMITA`. A message of a buyer is about the newest invoice between the two companies; if there is none, an
   * invoice is added first, with its own messages.
   */
  readonly kind?: MessageKind;
  /** Number of documents. Default 1, at most 2000. */
  readonly count?: number;
  /** CUI of the other company. Default: the first other company in the register. */
  readonly other?: string;
  /**
   * A document to use instead of a generated one. Its standard is determined by its root element, the companies by its seller and
   * buyer, and `kind` is ignored.
   */
  readonly xml?: string;
  /** Default `test`. */
  readonly environment?: Environment;
}

/** Where a document is stored. */
interface Destination {
  readonly parts: StoreParts;
  readonly environment: Environment;
  /** Number of the document in its request, from 1. */
  readonly number: number;
}

/**
 * Adds documents to ANAF's lists as if they had been uploaded and processed, and returns their upload ids.
 * @throws ControlError if a company is unknown or the document cannot be read
 */
export function addMessages(parts: StoreParts, request: MessageRequest): readonly string[] {
  const { count = 1, environment = 'test' } = request;
  if (!Number.isInteger(count) || count < 1 || count > 2000)
    throw new ControlError(`"count" must be 1 to 2000, got ${count}`);
  return Array.from({ length: count }, (_, index) => addOne({ parts, environment, number: index + 1 }, request).id);
}

function addOne(destination: Destination, request: MessageRequest): Upload {
  const { parts, environment, number } = destination;
  const { cui, kind = 'FACTURA PRIMITA', xml } = request;
  const store = (document: string) => storeDocument(parts, environment, cui, document);
  if (xml !== undefined) return store(xml);
  const [own, other] = partiesOf(parts.state.companies, request);
  switch (kind) {
    case 'FACTURA PRIMITA':
      return store(generatedInvoice(parts, other, own, number));
    case 'FACTURA TRIMISA':
      return store(generatedInvoice(parts, own, other, number));
    case 'ERORI FACTURA':
      // An invoice without a date is the simplest one that ANAF refuses.
      return store(withoutDate(generatedInvoice(parts, own, other, number)));
    case 'MESAJ CUMPARATOR TRANSMIS':
      return addBuyerMessage(destination, other, own);
    case 'MESAJ CUMPARATOR PRIMIT':
      return addBuyerMessage(destination, own, other);
    default:
      return kind satisfies never;
  }
}

function addBuyerMessage({ parts, environment, number }: Destination, seller: Company, buyer: Company): Upload {
  const invoice =
    newestInvoice(parts, environment, seller, buyer) ??
    storeDocument(parts, environment, seller.cui, generatedInvoice(parts, seller, buyer, number));
  return storeDocument(parts, environment, buyer.cui, generatedBuyerMessage(invoice.id, number));
}

function newestInvoice({ state }: Pick<Engine, 'state'>, environment: Environment, seller: Company, buyer: Company) {
  return Object.values(state.uploads).findLast(
    ({ standard, verdict, ...upload }) =>
      upload.environment === environment &&
      standard !== 'RASP' &&
      verdict.stare === 'ok' &&
      verdict.seller === seller.cui &&
      verdict.buyer === buyer.cui,
  );
}

/** The company whose list gets the message, and the other party. */
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
