import { AnafError } from './anaf-error.ts';
import { isRecord, readJsonAnswer } from './json-answer.ts';
import {
  type MessageType,
  meaningOf,
  meaningOfMessageType,
  meaningOfStatus,
  meaningOfUploadState,
} from './vocabulary.ts';
import { readXmlAnswer } from './xml-answer.ts';

/** State of an upload. */
export type UploadState =
  | { readonly state: 'processing' }
  /** The signed invoice, or the list of errors, can be downloaded under this id. */
  | { readonly state: 'accepted' | 'rejected'; readonly downloadId: string }
  /** ANAF could not read the XML; nothing can be downloaded. */
  | { readonly state: 'not-taken'; readonly errors: readonly string[] };

/** One entry of the company's messages at ANAF. */
export interface Message {
  readonly id: string;
  readonly uploadId: string;
  readonly type: MessageType;
  /** `yyyyMMddHHmm` in Romania's local time, as ANAF sends it. */
  readonly createdAt: string;
  readonly details: string;
}

/** The body of a successful answer. Throws an `AnafError` for any other HTTP status. */
export function bodyOf({ status, body }: { readonly status: number; readonly body: Uint8Array }): Uint8Array {
  const meaning = meaningOfStatus(status);
  switch (meaning) {
    case 'answered':
      return body;
    case 'rate-limit':
      throw new AnafError('quota-exceeded', 'ANAF accepts no more calls at the moment');
    case 'bad-request':
    case 'not-permitted':
      throw new AnafError('refused', `ANAF answered HTTP ${status}`);
    case 'token-refused':
    case 'unavailable':
      throw new AnafError('unavailable', `ANAF answered HTTP ${status}`);
    default:
      return meaning satisfies never;
  }
}

/** Reads the answer of `upload`. */
export function readUpload(body: Uint8Array): { readonly uploadId: string } {
  const { attributes, errors } = readXmlAnswer(body);
  const [error] = errors;
  if (error) throw businessError(error);
  const uploadId = attributes.get('index_incarcare');
  if (!uploadId) throw unreadable();
  return { uploadId };
}

/** Reads the answer of `stareMesaj`. */
export function readUploadState(body: Uint8Array): UploadState {
  const { attributes, errors } = readXmlAnswer(body);
  const stare = attributes.get('stare') ?? '';
  const downloadId = attributes.get('id_descarcare');
  const state = meaningOfUploadState(stare);
  if (state === 'processing') return { state };
  if (state === 'unreadable') return { state: 'not-taken', errors: [stare, ...errors] };
  if (state && downloadId) return { state, downloadId };
  const [error] = errors;
  throw error ? businessError(error) : unreadable();
}

/**
 * Reads the answer of `listaMesajeFactura`. Keeps only the messages of the given company, because the access token opens
 * those of every company of its certificate.
 */
export function readMessages(body: Uint8Array, taxId: string): Message[] {
  const answer = readJsonAnswer(body);
  if (answer?.error) {
    if (meaningOf(answer.error) === 'no-messages') return [];
    throw businessError(answer.error);
  }
  if (!answer?.messages) throw unreadable();
  return answer.messages
    .filter(isRecord)
    .filter((entry) => String(entry.cif) === taxId)
    .map(toMessage);
}

/** Reads the answer of `descarcare`: a ZIP, or JSON with the reason of the refusal. */
export function readDownload(body: Uint8Array): Uint8Array {
  if (isZip(body)) return body;
  const error = readJsonAnswer(body)?.error;
  throw error ? businessError(error) : unreadable();
}

/** Converts the text of a business error. The code says what a caller can do about it. */
export function businessError(text: string): AnafError {
  switch (meaningOf(text)) {
    case 'no-right-for-company':
    case 'no-right-for-any-company':
      return new AnafError('no-right', text);
    case 'daily-limit':
      return new AnafError('quota-exceeded', text);
    case 'technical-error':
      return new AnafError('unavailable', text);
    default:
      return new AnafError('refused', text);
  }
}

function isZip(body: Uint8Array): boolean {
  return body[0] === 0x50 && body[1] === 0x4b;
}

function toMessage(entry: Record<string, unknown>): Message {
  return {
    id: String(entry.id),
    uploadId: String(entry.id_solicitare),
    type: meaningOfMessageType(String(entry.tip)),
    createdAt: String(entry.data_creare),
    details: String(entry.detalii),
  };
}

function unreadable(): AnafError {
  return new AnafError('unavailable', 'ANAF gave an answer that its API does not describe');
}
