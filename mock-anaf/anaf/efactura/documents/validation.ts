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

/** What `validare` and `transformare` use. */
export type ValidationParts = Pick<Engine, 'clock' | 'state'>;

type DocumentCall = ApiCall<Caller | undefined>;

const limitBytes = 5 * 1024 * 1024;
const standards: Readonly<Record<string, Standard>> = { FACT1: 'UBL', FCN: 'CN' };

/** `POST /prod/FCTEL/rest/validare/{FACT1|FCN}`. Documented. */
export function validate(parts: ValidationParts, call: DocumentCall): HttpAnswer {
  const errors = errorsIn(parts, call, 'checked');
  return errors.length === 0
    ? json(200, { stare: 'ok', trace_id: traceId(parts) }, 'the document is valid')
    : validationRefusal(parts, errors);
}

/**
 * `POST /prod/FCTEL/rest/transformare/{FACT1|FCN}[/DA]`: a PDF, or the answer of `validare`. With `DA`, a document that breaks rules
 * is transformed as well (`unchecked`).
 */
export function transform(parts: ValidationParts, call: DocumentCall, rules: 'checked' | 'unchecked'): HttpAnswer {
  const errors = errorsIn(parts, call, rules);
  if (errors.length > 0) return validationRefusal(parts, errors);
  const pdf = onePagePdf(linesOf(readXmlDocument(call.request.body)));
  return bytes(200, { type: 'application/pdf', body: pdf }, 'the document was turned into a PDF');
}

function errorsIn(
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
  // assumed: the status text of stareMesaj
  return verdict.stare === notTaken ? [notTaken] : [];
}

/** The answer of `validare` and `transformare` to a document with errors. Documented. */
export function validationRefusal(parts: ValidationParts, errors: readonly string[]): HttpAnswer {
  const body = { stare: 'nok', Messages: errors.map((message) => ({ message })), trace_id: traceId(parts) };
  return json(200, body, `refused: ${errors[0]}`);
}

/** A 404 for a path that does not exist. Observed 2026-07-02: neither method exists under `/test`. Documented: the body. */
export function methodNotFound({ clock }: ValidationParts, { path }: MockRequest, reason: string): HttpAnswer {
  const timestamp = new Date(clock.now() * 1000).toISOString().replace('Z', '+00:00');
  return json(404, { timestamp, status: 404, error: 'Not Found', path: path.replace(/^\/(test|prod)/, '') }, reason);
}

/** A trace id in the format of a UUID. */
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
