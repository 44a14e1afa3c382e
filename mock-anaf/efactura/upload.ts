import { type HttpAnswer, xml } from '../http/answer.ts';
import type { MockParts } from '../parts.ts';
import type { Environment, Upload, UploadVerdict } from '../state/mock-state.ts';
import { badRequest, type Endpoint, type EndpointCall } from './endpoint.ts';
import { judgeInvoice } from './invoice-checks.ts';
import { addMessages } from './messages.ts';
import { compactTime } from './romanian-time.ts';
import { readUblDocument, type UblDocument, XmlError } from './ubl-document.ts';
import { attribute, header } from './xml-header.ts';

export const uploadLimitBytes = 10 * 1024 * 1024;

/** What the mock takes of the standards that ANAF has; the others are refused as unknown. */
const roots: Readonly<Record<string, { readonly name: string; readonly namespace: string }>> = {
  UBL: { name: 'Invoice', namespace: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' },
  CN: { name: 'CreditNote', namespace: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2' },
};

// All texts, 400s and the form of the answer: documented (ANAF's page upload.html), typos included.
export const upload: Endpoint = {
  method: 'POST',
  name: 'upload',
  handle: handleUpload,
  refuse,
};

function handleUpload(parts: MockParts, call: EndpointCall): HttpAnswer {
  const { query, body, isBodyTooLong } = call.request;
  const standard = query.get('standard');
  const cif = query.get('cif');
  if (!standard || !cif) return badRequest(parts, 'Parametrii standard si cif sunt obligatorii');
  if (body.byteLength === 0 && !isBodyTooLong)
    return badRequest(parts, 'Trebuie sa aveti atasat in request un fisier de tip xml');

  const refusal = refusalOf(call, standard, cif, body.byteLength);
  if (refusal) return refuse(parts, refusal, `refused: ${refusal}`);
  try {
    const document = readUblDocument(body);
    checkRoot(document, standard);
    return accept(parts, call.environment, {
      cif,
      standard,
      xml: body.toString('utf8'),
      verdict: judgeInvoice(document, parts.state.companies),
    });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return refuse(parts, `Fisierul transmis nu este valid. ${error.message}`, 'refused: the document cannot be read');
  }
}

function refusalOf(
  { request, caller }: EndpointCall,
  standard: string,
  cif: string,
  length: number,
): string | undefined {
  if (!Object.hasOwn(roots, standard))
    return 'Valorile acceptate pentru parametrul standard sunt UBL, CN, CII sau RASP';
  if (request.isBodyTooLong || length > uploadLimitBytes) return 'Marime fisier transmis mai mare de 10 MB.';
  if (!/^\d+$/.test(cif)) return `CIF introdus= ${cif} nu este un numar`;
  for (const name of ['extern', 'autofactura', 'executare']) {
    const value = request.query.get(name);
    const word = name === 'autofactura' ? 'autofacturare' : name;
    if (value && value !== 'DA') return `Daca parametrul ${word} trebuie completat, valoarea acceptata este DA`;
  }
  if (caller.companies.length === 0) return 'Nu exista niciun CIF pentru care sa aveti drept in SPV';
  return caller.hasRight(cif) ? undefined : `Nu aveti drept in SPV pentru CIF=${cif}`;
}

function checkRoot({ root }: UblDocument, standard: string): void {
  const expected = roots[standard];
  if (root.name === expected?.name && root.namespace === expected.namespace) return;
  throw new XmlError(root.line, root.column, `cvc-elt.1.a: Cannot find the declaration of element '${root.name}'. `);
}

interface Accepted {
  readonly cif: string;
  readonly standard: string;
  readonly xml: string;
  readonly verdict: UploadVerdict;
}

function accept(parts: MockParts, environment: Environment, accepted: Accepted): HttpAnswer {
  const { state, clock, lifetimes } = parts;
  const now = clock.now();
  const id = String(state.nextUploadId);
  state.nextUploadId += 1;
  const processedAt = now + lifetimes.processingSeconds;
  const draft = { ...accepted, id, environment, uploadedAt: now, processedAt };
  const stored: Upload = { ...draft, messageId: addMessages(state, draft) };
  state.uploads[id] = stored;
  const attributes = [attribute('ExecutionStatus', '0'), attribute('index_incarcare', id)];
  return xml(200, answerBody(now, attributes), 'the document was taken', { about: aboutOf(stored) });
}

function aboutOf({ id, verdict }: Upload): Record<string, string> {
  if (verdict.stare === 'nok') return { uploadId: id, verdict: 'nok' };
  return { uploadId: id, verdict: 'ok', seller: verdict.seller, buyer: verdict.buyer };
}

function refuse(parts: MockParts, message: string, reason: string): HttpAnswer {
  return xml(200, answerBody(parts.clock.now(), [attribute('ExecutionStatus', '1')], message), reason);
}

function answerBody(now: number, attributes: readonly string[], error?: string): string {
  const all = [attribute('dateResponse', compactTime(now)), ...attributes];
  return header('mfp:anaf:dgti:spv:respUploadFisier:v1', all, error);
}
