import { notTaken, type Standard, type UploadVerdict } from '../../../engine/state/mock-state.ts';
import { nextId } from '../../../engine/state/next-id.ts';
import type { MockParts } from '../../../parts.ts';
import { bytes, type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { judgeDocument } from '../upload/standards.ts';
import { readXmlDocument, type XmlDocument } from '../xml/xml-document.ts';
import { XmlError } from '../xml/xml-error.ts';
import { onePagePdf } from './one-page-pdf.ts';

const limitBytes = 5 * 1024 * 1024;
const standards: Readonly<Record<string, Standard>> = { FACT1: 'UBL', FCN: 'CN' };

/** `POST /prod/FCTEL/rest/validare/{FACT1|FCN}`. Documented. */
export function validate(parts: MockParts, request: MockRequest, standard: string): HttpAnswer {
  const complaints = complaintsAbout(parts, request, standard, true);
  return complaints.length === 0
    ? json(200, { stare: 'ok', trace_id: traceId(parts) }, 'the document is valid')
    : nok(parts, complaints);
}

/** `POST /prod/FCTEL/rest/transformare/{FACT1|FCN}[/DA]`: a PDF, or the answer of `validare`. `DA`: without its rules. */
export function transform(parts: MockParts, request: MockRequest, standard: string, isChecked: boolean): HttpAnswer {
  const complaints = complaintsAbout(parts, request, standard, isChecked);
  if (complaints.length > 0) return nok(parts, complaints);
  const pdf = onePagePdf(linesOf(readXmlDocument(request.body)));
  return bytes(200, 'application/pdf', pdf, 'the document was turned into a PDF');
}

function complaintsAbout(parts: MockParts, request: MockRequest, name: string, isChecked: boolean): readonly string[] {
  const standard = Object.hasOwn(standards, name) ? standards[name] : undefined;
  if (!standard) return ['Valorile acceptate pentru parametrul standard sunt FACT1 si FCN'];
  if (request.isBodyTooLong || request.body.byteLength > limitBytes)
    return ['Marime fisier transmis mai mare de 5 MB.'];
  try {
    const verdict = judgeDocument(readXmlDocument(request.body), standard, parts.state, {
      cif: null,
      environment: 'prod',
      at: parts.clock.now(),
    });
    return isChecked ? errorsOf(verdict) : [];
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

/** Documented: the same form for every complaint. */
export function nok(parts: MockParts, complaints: readonly string[]): HttpAnswer {
  const body = { stare: 'nok', Messages: complaints.map((message) => ({ message })), trace_id: traceId(parts) };
  return json(200, body, `refused: ${complaints[0]}`);
}

/** In the form of a UUID. */
function traceId({ state }: MockParts): string {
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
