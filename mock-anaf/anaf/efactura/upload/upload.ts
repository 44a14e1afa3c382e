import { compactTime } from '../../../engine/clock/romanian-time.ts';
import type { Engine } from '../../../engine/engine.ts';
import { chooseScenario } from '../../../engine/scenarios/choose-scenario.ts';
import { notTaken, type Upload, type UploadVerdict } from '../../../engine/state/mock-state.ts';
import { type Facts, type HttpAnswer, xml } from '../../../wire/http/answer.ts';
import type { CompanyCall, CompanyMethod } from '../gateway/api-method.ts';
import { cuiIn } from '../gateway/company-of-call.ts';
import { badRequest } from '../gateway/refusals.ts';
import { invoiceKeyOf, sentBefore } from '../judgement/sent-before.ts';
import { isStandard, judgeDocument } from '../judgement/standards.ts';
import { reasonOf } from '../judgement/verdict-reason.ts';
import { readXmlDocument } from '../xml/xml-document.ts';
import { XmlError } from '../xml/xml-error.ts';
import { attribute, header } from '../xml/xml-header.ts';
import { storeUpload } from './store-upload.ts';
import { countBuyerMessage, type UploadRequest, uploadRefusal } from './upload-refusal.ts';

/** What `upload` and `uploadb2c` use. */
export type UploadParts = Pick<
  Engine,
  'clock' | 'state' | 'limits' | 'lifetimes' | 'switches' | 'scenarios' | 'chaos' | 'events'
>;

/** The largest document that ANAF accepts. Documented: 10 MB. */
export const uploadLimitBytes = 10 * 1024 * 1024;

/**
 * `POST upload`, and `POST uploadb2c` for invoices to private persons, mandatory since 2025-03-31. Documented: the same rules for both,
 * all texts, the 400s and the format of the answer (ANAF's page upload.html), including typos.
 */
export function uploadMethod(parts: UploadParts, endpoint: 'upload' | 'uploadb2c'): CompanyMethod {
  return {
    method: 'POST',
    endpoint,
    handle: (call) => handle(parts, call, endpoint),
    refuse: (message, reason) => refuse(parts, message, reason),
  };
}

function handle(parts: UploadParts, call: CompanyCall, endpoint: string): HttpAnswer {
  const { query, body, isBodyTooLong } = call.request;
  const standard = query.get('standard');
  const cui = cuiIn(query);
  if (!standard || !cui) return badRequest(parts, 'Parametrii standard si cif sunt obligatorii', ['standard', 'cif']);
  if (body.byteLength === 0 && !isBodyTooLong) {
    return badRequest(parts, 'Trebuie sa aveti atasat in request un fisier de tip xml');
  }
  if (!isStandard(standard)) {
    const message = 'Valorile acceptate pentru parametrul standard sunt UBL, CN, CII sau RASP';
    return refuse(parts, message, 'unknown standard');
  }
  const isTooLong = isBodyTooLong || body.byteLength > uploadLimitBytes;
  const request: UploadRequest = { ...call, standard, cui, isTooLong, flags: query };
  const refusal = uploadRefusal(parts, request);
  if (refusal) return refuse(parts, refusal, `refused: ${refusal}`);
  try {
    return accept(parts, request, judge(parts, request, endpoint, body));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return refuse(parts, `Fisierul transmis nu este valid. ${error.message}`, 'refused: the document cannot be read');
  }
}

/** A document that was read and judged. */
interface JudgedDocument {
  readonly xml: string;
  readonly verdict: UploadVerdict;
  readonly invoiceKey?: string;
}

/** @throws XmlError if the document cannot be read */
function judge(parts: UploadParts, request: UploadRequest, endpoint: string, body: Buffer): JudgedDocument {
  const { standard, cui, environment, flags } = request;
  const document = readXmlDocument(body);
  const role = flags.get('executare') === 'DA' ? undefined : flags.get('autofactura') === 'DA' ? 'buyer' : 'seller';
  const judged = judgeDocument(document, standard, parts.state, { cui, role, environment, at: parts.clock.now() });
  const invoiceKey = invoiceKeyOf(document, judged);
  const known = sentBefore(parts, environment, invoiceKey) ?? judged;
  const verdict: UploadVerdict = isNotTaken(parts, request, endpoint) ? { stare: notTaken } : known;
  return { xml: document.text, verdict, ...(verdict.stare === 'ok' && invoiceKey !== undefined && { invoiceKey }) };
}

function isNotTaken(parts: UploadParts, { caller, cui }: UploadRequest, endpoint: string): boolean {
  const { clientId, persona } = caller.grant;
  return chooseScenario(parts, 'upload', { clientId, persona, cui, endpoint }) === 'api-xml-not-taken';
}

function accept(parts: UploadParts, request: UploadRequest, judged: JudgedDocument): HttpAnswer {
  const { standard, cui, environment, flags } = request;
  const { clock, lifetimes, chaos, events } = parts;
  if (standard === 'RASP') countBuyerMessage(parts, request);
  const now = clock.now();
  const processedAt = now + lifetimes.processingSeconds;
  const lagSeconds = lifetimes.listingSeconds + chaos.listingLagSeconds();
  const document = {
    environment,
    cif: cui,
    standard,
    isSelfBilled: flags.get('autofactura') === 'DA',
    ...(flags.get('executare') === 'DA' && { isForAnother: true }),
    ...judged,
    uploadedAt: now,
    processedAt,
  };
  const stored = storeUpload(parts, document, processedAt + lagSeconds);
  events.emit('upload-received', {
    uploadId: stored.id,
    cif: cui,
    standard,
    environment,
    verdict: judged.verdict.stare,
  });
  const attributes = [attribute('ExecutionStatus', '0'), attribute('index_incarcare', stored.id)];
  return xml(
    200,
    answerBody(now, attributes),
    `the document was accepted for processing; verdict: ${reasonOf(judged.verdict)}`,
    {
      about: factsOf(stored),
    },
  );
}

function factsOf({ id, verdict }: Upload): Facts {
  const parties = verdict.stare === 'ok' ? { seller: verdict.seller, buyer: verdict.buyer } : {};
  return { uploadId: id, verdict: verdict.stare, ...parties };
}

function refuse({ clock }: Pick<UploadParts, 'clock'>, message: string, reason: string): HttpAnswer {
  return xml(200, answerBody(clock.now(), [attribute('ExecutionStatus', '1')], message), reason);
}

function answerBody(now: number, attributes: readonly string[], error?: string): string {
  const all = [attribute('dateResponse', compactTime(now)), ...attributes];
  return header('mfp:anaf:dgti:spv:respUploadFisier:v1', all, error);
}
