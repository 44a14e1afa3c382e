import type { Secret } from '../vault/secret.ts';
import type { AnafSettings, Fetch } from './anaf-settings.ts';
import { messageFilters } from './vocabulary.ts';

/** An answer of ANAF's e-Factura API, not interpreted yet. `silent`: no answer within the time limit. */
export type ApiAnswer = ApiResponse | { readonly kind: 'silent'; readonly reason: string };

/** An answer with any HTTP status. */
export interface ApiResponse {
  readonly kind: 'answered';
  readonly status: number;
  readonly body: Uint8Array;
}

/** ANAF's types of documents. */
export type InvoiceStandard = 'UBL' | 'CN' | 'CII' | 'RASP';

export type MessageFilter = keyof typeof messageFilters;

/** A call in this project's words. `taxId` is a company's CUI, digits without `RO`; ANAF calls it `cif`. */
export type ApiRequest =
  | {
      readonly operation: 'list-messages';
      readonly taxId: string;
      /** Days back from now, 1–60. */
      readonly days: number;
      readonly filter?: MessageFilter;
    }
  | {
      readonly operation: 'upload';
      readonly taxId: string;
      readonly standard: InvoiceStandard;
      readonly xml: string | Uint8Array;
      /** The buyer is not registered in Romania. */
      readonly extern: boolean;
      /** The buyer issues the invoice in the name of the seller. */
      readonly selfBilled: boolean;
      /** The buyer is a private person. */
      readonly consumer: boolean;
    }
  | { readonly operation: 'read-upload-state'; readonly uploadId: string }
  | { readonly operation: 'download'; readonly messageId: string };

/** The same call as ANAF's API names it (docs/facts-anaf.md §3.3). */
interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly path: 'listaMesajeFactura' | 'upload' | 'uploadb2c' | 'stareMesaj' | 'descarcare';
  readonly query: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** An invoice's ZIP has a few kB, at most ANAF's limit of 10 MB of XML; a page of messages is smaller. */
const maxAnswerBytes = 30 * 1024 * 1024;

/** Sends calls to `{apiUrl}/{test|prod}/FCTEL/rest`. The caller interprets the answer. */
export class EFacturaApi {
  readonly #base: string;
  readonly #fetch: Fetch;

  constructor(settings: Pick<AnafSettings, 'apiUrl' | 'environment'>, fetch: Fetch) {
    this.#base = `${settings.apiUrl}/${settings.environment}/FCTEL/rest`;
    this.#fetch = fetch;
  }

  async send(request: ApiRequest, accessToken: Secret, signal: AbortSignal): Promise<ApiAnswer> {
    const { method, path, query, body } = wireRequest(request);
    try {
      const response = await this.#fetch(`${this.#base}/${path}?${new URLSearchParams(query)}`, {
        method,
        headers: {
          authorization: `Bearer ${accessToken.reveal()}`,
          ...(body !== undefined && { 'content-type': 'text/plain' }),
        },
        ...(body !== undefined && { body }),
        redirect: 'manual',
        signal,
      });
      return { kind: 'answered', status: response.status, body: await bytesOf(response) };
    } catch (error) {
      return { kind: 'silent', reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
    }
  }
}

function wireRequest(request: ApiRequest): WireRequest {
  switch (request.operation) {
    case 'list-messages': {
      const { taxId, days, filter } = request;
      const query = { zile: String(days), cif: taxId, ...(filter && { filtru: messageFilters[filter] }) };
      return { method: 'GET', path: 'listaMesajeFactura', query };
    }
    case 'upload': {
      const { taxId, standard, xml, extern, selfBilled, consumer } = request;
      const flags = { ...(extern && { extern: 'DA' }), ...(selfBilled && { autofactura: 'DA' }) };
      const path = consumer ? 'uploadb2c' : 'upload';
      return { method: 'POST', path, query: { standard, cif: taxId, ...flags }, body: xml };
    }
    case 'read-upload-state':
      return { method: 'GET', path: 'stareMesaj', query: { id_incarcare: request.uploadId } };
    case 'download':
      return { method: 'GET', path: 'descarcare', query: { id: request.messageId } };
    default:
      return request satisfies never;
  }
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxAnswerBytes) throw new RangeError(`the answer has more than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
