import { chooseScenario } from '../../../engine/scenarios/choose-scenario.ts';
import {
  type Environment,
  notTaken,
  type Standard,
  type Upload,
  type UploadVerdict,
} from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { type Facts, type HttpAnswer, xml } from '../../../wire/http/answer.ts';
import { countOfDay, usedOfDay } from '../gateway/daily-limit.ts';
import { badRequest, type Endpoint, type EndpointCall } from '../gateway/endpoint.ts';
import { compactTime } from '../messages/romanian-time.ts';
import { readXmlDocument } from '../xml/xml-document.ts';
import { XmlError } from '../xml/xml-error.ts';
import { attribute, header } from '../xml/xml-header.ts';
import { invoiceKeyOf, sentBefore } from './sent-before.ts';
import { isStandard, judgeDocument } from './standards.ts';
import { storeUpload } from './store-upload.ts';
import { reasonOf } from './verdict-reason.ts';

export const uploadLimitBytes = 10 * 1024 * 1024;

// All texts, 400s and the form of the answer: documented (ANAF's page upload.html), typos included.
export const upload: Endpoint = { method: 'POST', name: 'upload', handle, refuse };

// documented: the same rules for invoices to persons, obligatory since 31.03.2025
export const uploadToPerson: Endpoint = { ...upload, name: 'uploadb2c' };

function handle(parts: MockParts, call: EndpointCall): HttpAnswer {
  const { query, body, isBodyTooLong } = call.request;
  const standard = query.get('standard');
  const cif = query.get('cif');
  if (!standard || !cif) return badRequest(parts, 'Parametrii standard si cif sunt obligatorii', ['standard', 'cif']);
  if (body.byteLength === 0 && !isBodyTooLong) {
    return badRequest(parts, 'Trebuie sa aveti atasat in request un fisier de tip xml');
  }
  if (!isStandard(standard)) {
    return refuse(
      parts,
      'Valorile acceptate pentru parametrul standard sunt UBL, CN, CII sau RASP',
      'unknown standard',
    );
  }

  const refusal = refusalOf(parts, call, standard, cif);
  if (refusal) return refuse(parts, refusal, `refused: ${refusal}`);
  try {
    const document = readXmlDocument(body);
    const isSelfBilled = query.get('autofactura') === 'DA';
    const isForAnother = query.get('executare') === 'DA';
    const role = isForAnother ? undefined : isSelfBilled ? 'buyer' : 'seller';
    const sent = { cif, role, environment: call.environment, at: parts.clock.now() } as const;
    const judged = judgeDocument(document, standard, parts.state, sent);
    const invoiceKey = invoiceKeyOf(document, judged);
    const known = sentBefore(parts, call.environment, invoiceKey) ?? judged;
    const verdict: UploadVerdict = isNotTaken(parts, call, cif) ? { stare: notTaken } : known;
    const identity = verdict.stare === 'ok' && invoiceKey !== undefined ? { invoiceKey } : {};
    const kept = { cif, standard, isSelfBilled, ...(isForAnother && { isForAnother }), xml: document.text };
    if (standard === 'RASP') countOfDay(parts.state, parts.clock.now(), buyerMessagesOf(call.environment, cif));
    return accept(parts, call.environment, { ...kept, verdict, ...identity });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return refuse(parts, `Fisierul transmis nu este valid. ${error.message}`, 'refused: the document cannot be read');
  }
}

// Texts documented, their order assumed.
function refusalOf(
  parts: MockParts,
  { request, caller, environment }: EndpointCall,
  standard: Standard,
  cif: string,
): string | undefined {
  if (request.isBodyTooLong || request.body.byteLength > uploadLimitBytes)
    return 'Marime fisier transmis mai mare de 10 MB.';
  if (!/^\d+$/.test(cif)) return `CIF introdus= ${cif} nu este un numar`;
  const wrongMark = markRefusal(request.query);
  if (wrongMark) return wrongMark;
  if (caller.companies.length === 0) return 'Nu exista niciun CIF pentru care sa aveti drept in SPV';
  if (!caller.hasRight(cif)) return `Nu aveti drept in SPV pentru CIF=${cif}`;
  const company = parts.state.companies.find((one) => one.cui === cif);
  if (request.query.get('executare') && !company?.isEnforcementAuthority) {
    return `CIF introdus= ${cif} nu este inregistrat in Registrul RO e-Factura executari silite`;
  }
  return standard === 'RASP' ? buyerMessageRefusal(parts, environment, cif) : undefined;
}

function markRefusal(query: URLSearchParams): string | undefined {
  for (const name of ['extern', 'autofactura', 'executare']) {
    const value = query.get(name);
    const word = name === 'autofactura' ? 'autofacturare' : name;
    if (value && value !== 'DA') return `Daca parametrul ${word} trebuie completat, valoarea acceptata este DA`;
  }
  return undefined;
}

// documented: what counts was loaded. Assumed: in each of the two services by itself
function buyerMessageRefusal(
  { state, clock, limits }: MockParts,
  environment: Environment,
  cif: string,
): string | undefined {
  const limit = limits.buyerMessagesPerDay;
  if (usedOfDay(state, clock.now(), buyerMessagesOf(environment, cif)) < limit) return undefined;
  return `S-au incarcat deja ${limit} de mesaje de tip RASP pentru cui=${cif} in cursul zilei`;
}

function buyerMessagesOf(environment: Environment, cif: string): string {
  return `RASP ${environment} ${cif}`;
}

function isNotTaken(parts: MockParts, { caller, request }: EndpointCall, cui: string): boolean {
  const { clientId, persona } = caller.grant;
  const endpoint = request.path.split('/').at(-1);
  return chooseScenario(parts, 'upload', { clientId, persona, cui, endpoint }) === 'api-xml-not-taken';
}

interface Accepted {
  readonly cif: string;
  readonly standard: Standard;
  readonly isSelfBilled: boolean;
  readonly isForAnother?: boolean;
  readonly xml: string;
  readonly verdict: UploadVerdict;
  readonly invoiceKey?: string;
}

function accept(parts: MockParts, environment: Environment, accepted: Accepted): HttpAnswer {
  const now = parts.clock.now();
  const processedAt = now + parts.lifetimes.processingSeconds;
  const document = { ...accepted, environment, uploadedAt: now, processedAt };
  const lagSeconds = parts.lifetimes.listingSeconds + parts.chaos.listingLagSeconds();
  const stored = storeUpload(parts, document, processedAt + lagSeconds);
  const { cif, standard, verdict } = accepted;
  parts.events.emit('upload-received', { uploadId: stored.id, cif, standard, environment, verdict: verdict.stare });
  const attributes = [attribute('ExecutionStatus', '0'), attribute('index_incarcare', stored.id)];
  return xml(200, answerBody(now, attributes), `the document was taken; judged ${reasonOf(verdict)}`, {
    about: aboutOf(stored),
  });
}

function aboutOf({ id, verdict }: Upload): Facts {
  const parties = verdict.stare === 'ok' ? { seller: verdict.seller, buyer: verdict.buyer } : {};
  return { uploadId: id, verdict: verdict.stare, ...parties };
}

function refuse(parts: MockParts, message: string, reason: string): HttpAnswer {
  return xml(200, answerBody(parts.clock.now(), [attribute('ExecutionStatus', '1')], message), reason);
}

function answerBody(now: number, attributes: readonly string[], error?: string): string {
  const all = [attribute('dateResponse', compactTime(now)), ...attributes];
  return header('mfp:anaf:dgti:spv:respUploadFisier:v1', all, error);
}
