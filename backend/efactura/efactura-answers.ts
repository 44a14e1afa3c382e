import { AnafError } from '../anaf/anaf-error.ts';

export type UploadState =
  | { readonly state: 'processing' }
  /** The signed invoice, or the list of errors, can be downloaded under this id. */
  | { readonly state: 'accepted' | 'rejected'; readonly downloadId: string }
  /** ANAF could not read the XML; nothing can be downloaded. */
  | { readonly state: 'not-taken'; readonly errors: readonly string[] };

/** A line of the company's messages at ANAF. */
export interface Message {
  readonly id: string;
  readonly uploadId: string;
  readonly type: 'sent' | 'received' | 'errors' | 'other';
  /** `yyyyMMddHHmm` in Romania's wall time, as ANAF writes it. */
  readonly createdAt: string;
  readonly details: string;
}

export function readUpload(body: string): { readonly uploadId: string } {
  throwErrors(body);
  const uploadId = attribute(body, 'index_incarcare');
  if (!uploadId) throw unreadable();
  return { uploadId };
}

export function readUploadState(body: string): UploadState {
  const state = attribute(body, 'stare');
  const downloadId = attribute(body, 'id_descarcare');
  if (state === 'in prelucrare') return { state: 'processing' };
  if (state === 'ok' && downloadId) return { state: 'accepted', downloadId };
  if (state === 'nok' && downloadId) return { state: 'rejected', downloadId };
  if (state?.startsWith('XML cu erori')) return { state: 'not-taken', errors: [state, ...errorMessages(body)] };
  throwErrors(body);
  throw unreadable();
}

/** Only the company's own: the token behind the question would show those of every CUI of the certificate. */
export function readMessages(body: string, taxId: string): Message[] {
  const answer = parse(body);
  const error = errorOf(answer);
  if (error && /^Nu exista mesaje/i.test(error)) return [];
  if (error) throw businessError(error);
  if (!isRecord(answer) || !Array.isArray(answer.mesaje)) throw unreadable();
  const entries: unknown[] = answer.mesaje;
  return entries
    .filter(isRecord)
    .filter((entry) => String(entry.cif) === taxId)
    .map(toMessage);
}

/** A refused download is a JSON text where a ZIP was asked for. */
export function readDownload(body: Uint8Array): Uint8Array {
  if (body[0] === 0x50 && body[1] === 0x4b) return body;
  const error = errorOf(parse(Buffer.from(body).toString('utf8')));
  throw error ? businessError(error) : unreadable();
}

/** ANAF's words, sorted by what a caller can do about them (facts §3.3). */
export function businessError(text: string): AnafError {
  if (/^Nu aveti drept in SPV|^Nu exista niciun CIF/i.test(text)) return new AnafError('no-right', text);
  if (/^S-au (facut|incarcat) deja/i.test(text)) return new AnafError('quota-exceeded', text);
  if (/eroare tehnica/i.test(text)) return new AnafError('unavailable', text);
  return new AnafError('refused', text);
}

const messageTypes: Readonly<Record<string, Message['type']>> = {
  'FACTURA TRIMISA': 'sent',
  'FACTURA PRIMITA': 'received',
  'ERORI FACTURA': 'errors',
};

function toMessage(entry: Record<string, unknown>): Message {
  return {
    id: String(entry.id),
    uploadId: String(entry.id_solicitare),
    type: messageTypes[String(entry.tip)] ?? 'other',
    createdAt: String(entry.data_creare),
    details: String(entry.detalii),
  };
}

function throwErrors(body: string): void {
  const [first] = errorMessages(body);
  if (first) throw businessError(first);
}

function errorMessages(body: string): string[] {
  return [...body.matchAll(/\berrorMessage\s*=\s*"([^"]*)"/g)].map(([, text]) => unescapeXml(text ?? ''));
}

/** ANAF's answers are one element with attributes; no other XML is read here. */
function attribute(body: string, name: string): string | undefined {
  const text = new RegExp(`<header\\b[^>]*\\s${name}\\s*=\\s*"([^"]*)"`).exec(body)?.[1];
  return text === undefined ? undefined : unescapeXml(text);
}

const xmlEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return xmlEntities[name] ?? whole;
  });
}

function errorOf(answer: unknown): string | undefined {
  if (!isRecord(answer)) return undefined;
  return typeof answer.eroare === 'string' && answer.eroare !== '' ? answer.eroare : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // An F5 or outage page; the caller says that ANAF did not answer as its API does.
    return undefined;
  }
}

function unreadable(): AnafError {
  return new AnafError('unavailable', 'ANAF did not answer as its API does');
}
