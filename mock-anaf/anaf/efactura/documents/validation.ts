import type { Engine } from '../../../engine/engine.ts';
import { notTaken, type Standard, type UploadVerdict } from '../../../engine/state/mock-state.ts';
import { nextId } from '../../../engine/state/next-id.ts';
import { bytes, type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { ApiCall } from '../gateway/api-method.ts';
import type { Caller } from '../gateway/caller.ts';
import { judgeDocument } from '../judgement/standards.ts';
import { readXmlDocument, type XmlDocument } from '../xml/xml-document.ts';
import { XmlError } from '../xml/xml-error.ts';
import { onePagePdf } from './one-page-pdf.ts';

/** What `validare` and `transformare` work with. */
export type ValidationParts = Pick<Engine, 'clock' | 'state'>;

type DocumentCall = ApiCall<Caller | undefined>;

const limitBytes = 5 * 1024 * 1024;
const standards: Readonly<Record<string, Standard>> = { FACT1: 'UBL', FCN: 'CN' };

/** `POST /prod/FCTEL/rest/validare/{FACT1|FCN}`. Documented. */
export function validate(parts: ValidationParts, call: DocumentCall): HttpAnswer {
  const complaints = complaintsAbout(parts, call, 'checked');
  return complaints.length === 0
    ? json(200, { stare: 'ok', trace_id: traceId(parts) }, 'the document is valid')
    : validationRefusal(parts, complaints);
}

/**
 * `POST /prod/FCTEL/rest/transformare/{FACT1|FCN}[/DA]`: a PDF, or the answer of `validare`. With `DA`, a document that breaks rules
 * is transformed as well (`unchecked`).
 */
export function transform(parts: ValidationParts, call: DocumentCall, rules: 'checked' | 'unchecked'): HttpAnswer {
  const complaints = complaintsAbout(parts, call, rules);
  if (complaints.length > 0) return validationRefusal(parts, complaints);
  const pdf = onePagePdf(linesOf(readXmlDocument(call.request.body)));
  return bytes(200, { type: 'application/pdf', body: pdf }, 'the document was turned into a PDF');
}

function complaintsAbout(
  { state, clock }: ValidationParts,
  { request, parameters }: DocumentCall,
  rules: 'checked' | 'unchecked',
): readonly string[] {
  const { standard: name = '' } = parameters;
  const standard = Object.hasOwn(standards, name) ? standards[name] : undefined;
  if (!standard) return ['Valorile acceptate pentru parametrul standard sunt FACT1 si FCN'];
  if (request.isBodyTooLong || request.body.byteLength > limitBytes)
    return ['Marime fisier transmis mai mare de 5 MB.'];
  try {
    const submission = { cui: null, environment: 'prod', at: clock.now() } as const;
    const verdict = judgeDocument(readXmlDocument(request.body), standard, state, submission);
    return rules === 'checked' ? errorsOf(verdict) : [];
  } catch (error) {
    if (error instanceof XmlError) return [error.message];
    throw error;
  }
}

function errorsOf(verdict: UploadVerdict): readonly string[] {
  if ('errors' in verdict) return verdict.errors;
  // assumed: the words of stareMesaj
  return verdict.stare === notTaken ? [notTaken] : [];
}

/** The answer of `validare` and `transformare` to every complaint. Documented. */
export function validationRefusal(parts: ValidationParts, complaints: readonly string[]): HttpAnswer {
  const body = { stare: 'nok', Messages: complaints.map((message) => ({ message })), trace_id: traceId(parts) };
  return json(200, body, `refused: ${complaints[0]}`);
}

// observed 2026-07-02: under /test these two methods do not exist; the form of the body is documented
export function methodNotFound({ clock }: ValidationParts, { path }: MockRequest, reason: string): HttpAnswer {
  const timestamp = new Date(clock.now() * 1000).toISOString().replace('Z', '+00:00');
  return json(404, { timestamp, status: 404, error: 'Not Found', path: path.replace(/^\/(test|prod)/, '') }, reason);
}

/** An id in the form of a UUID. */
function traceId({ state }: ValidationParts): string {
  return nextId(state, 'trace').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function linesOf(document: XmlDocument): readonly string[] {
  const first = (path: string) => document.texts(path)[0] ?? '-';
  const party = (role: string) => first(`${role}/Party/PartyLegalEntity/RegistrationName`);
  return [
    'mock-anaf: PDF of a test, not of ANAF',
    `${document.root.name} ${first('ID')} / ${first('IssueDate')}`,
    `Vanzator: ${party('AccountingSupplierParty')}`,
    `Cumparator: ${party('AccountingCustomerParty')}`,
    `De plata: ${first('LegalMonetaryTotal/PayableAmount')} ${first('DocumentCurrencyCode')}`,
  ];
}
