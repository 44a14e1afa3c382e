import {
  type Environment,
  type MockState,
  notTaken,
  type Standard,
  type UploadVerdict,
} from '../../../engine/state/mock-state.ts';
import { bareTaxId } from '../../../engine/state/tax-id.ts';
import type { XmlDocument } from '../xml/xml-document.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { XmlError } from '../xml/xml-error.ts';
import { judgeInvoice } from './judge-invoice.ts';
import { type Sender, sellerErrors } from './seller-check.ts';

/** How a document was sent. */
interface Submission {
  /** CUI of the company that the document was sent for. `null`: the document is only validated. */
  readonly cui: string | null;
  /** Which party of an invoice this company must be. Absent: any. */
  readonly role?: Sender['role'] | undefined;
  readonly environment: Environment;
  /** Epoch seconds. */
  readonly at: number;
}

/** What a verdict depends on, besides the document. */
type KnownToAnaf = Pick<MockState, 'companies' | 'uploads'>;

interface StandardRules {
  readonly root: string;
  readonly namespace: string;
  readonly judge: (document: XmlDocument, state: KnownToAnaf, submission: Submission) => UploadVerdict;
}

/** For each value of `standard`: the root element of its documents, and how they are judged. */
const standards: Readonly<Record<Standard, StandardRules>> = {
  UBL: {
    root: 'Invoice',
    namespace: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
    judge: judgeUbl,
  },
  CN: {
    root: 'CreditNote',
    namespace: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
    judge: judgeUbl,
  },
  CII: {
    root: 'CrossIndustryInvoice',
    namespace: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    judge: judgeCrossIndustryInvoice,
  },
  // observed in a client: this namespace and these two attributes
  RASP: { root: 'header', namespace: 'mfp:anaf:dgti:spv:reqMesaj:v1', judge: judgeBuyerMessage },
};

const standardNames = ['UBL', 'CN', 'CII', 'RASP'] as const satisfies readonly Standard[];

/** Whether a text is one of ANAF's values of `standard`. */
export function isStandard(name: string): name is Standard {
  return Object.hasOwn(standards, name);
}

/** The standard of a document, by its root element; `undefined` if there is none. */
export function standardOf({ root }: XmlDocument): Standard | undefined {
  return standardNames.find(
    (name) => standards[name].root === root.name && standards[name].namespace === root.namespace,
  );
}

/**
 * Judges a document as ANAF does after an upload.
 * @throws XmlError if its root element is not that of the standard
 */
export function judgeDocument(
  document: XmlDocument,
  standard: Standard,
  state: KnownToAnaf,
  submission: Submission,
): UploadVerdict {
  const { root, namespace, judge } = standards[standard];
  const found = document.root;
  if (found.name === root && found.namespace === namespace) return judge(document, state, submission);
  // documented wording, including the space at the end
  throw new XmlError(
    found.line,
    found.column,
    `cvc-elt.1.a: Cannot find the declaration of element '${found.qualifiedName}'. `,
  );
}

// documented: the status of a document that ANAF's system does not process. Assumed: elements of other vocabularies cause it
function judgeUbl(document: XmlDocument, { companies }: KnownToAnaf, submission: Submission): UploadVerdict {
  return isOfUbl(document.element) ? judgeInvoice(document, companies, senderOf(submission)) : { stare: notTaken };
}

function senderOf({ cui, role }: Submission): Sender | undefined {
  return cui === null || role === undefined ? undefined : { cui, role };
}

/** Whether an element and all its descendants, except the content of extensions, are in a namespace of UBL 2.1. */
function isOfUbl({ name, namespace, children }: XmlElement): boolean {
  if (!namespace.startsWith('urn:oasis:names:specification:ubl:schema:xsd:')) return false;
  return name === 'ExtensionContent' || children.every(isOfUbl);
}

/** Only the parties are checked. */
function judgeCrossIndustryInvoice(
  document: XmlDocument,
  { companies }: KnownToAnaf,
  submission: Submission,
): UploadVerdict {
  const agreement = document.element.first('SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement');
  const taxId = (party: string) => {
    const ids = agreement?.all(`${party}/SpecifiedTaxRegistration/ID`) ?? [];
    return bareTaxId((ids.find(({ attributes }) => attributes.schemeID === 'VA') ?? ids[0])?.text ?? '');
  };
  const parties = { seller: taxId('SellerTradeParty'), buyer: taxId('BuyerTradeParty') };
  const errors = sellerErrors(parties, companies, senderOf(submission));
  return errors.length > 0 ? { stare: 'nok', errors } : { stare: 'ok', ...parties };
}

/**
 * A message of the buyer about an invoice that it received in the same environment. Assumed: only the buyer may send one; also the
 * wording of the refusal.
 */
function judgeBuyerMessage(
  { attributes }: XmlDocument,
  { uploads }: KnownToAnaf,
  { cui, environment, at }: Submission,
): UploadVerdict {
  const id = attributes.index_incarcare ?? '';
  const invoice = Object.hasOwn(uploads, id) ? uploads[id] : undefined;
  const isHere = invoice?.environment === environment && invoice.standard !== 'RASP' && invoice.processedAt <= at;
  if (isHere && invoice.verdict.stare === 'ok' && invoice.verdict.buyer === cui) return invoice.verdict;
  return { stare: 'nok', errors: [`E: Nu exista factura cu id_incarcare= ${id}`] };
}
