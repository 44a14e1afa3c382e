import type { Secret } from '../vault/secret.ts';
import type { AnafSettings, Fetch } from './anaf-settings.ts';

/** One answer of ANAF's e-Factura API, read but not judged. `silent`: none came in time. */
export type ApiAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly mediaType: string; readonly body: Uint8Array }
  | { readonly kind: 'silent'; readonly reason: string };

export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Below `/FCTEL/rest/`, as ANAF names it. */
  readonly operation: 'listaMesajeFactura' | 'upload' | 'stareMesaj' | 'descarcare';
  readonly query: Readonly<Record<string, string>>;
  readonly accessToken: Secret;
  readonly body?: string;
}

/** A ZIP of an invoice has a few kB and at most ANAF's 10 MB of XML; a page of messages is smaller. */
const maxAnswerBytes = 30 * 1024 * 1024;

/** Requests to `{api}/{test|prod}/FCTEL/rest`. Judging the answer is the caller's part. */
export class EFacturaApi {
  readonly #base: string;
  readonly #fetch: Fetch;

  constructor(settings: AnafSettings, fetch: Fetch) {
    this.#base = `${settings.apiUrl}/${settings.environment}/FCTEL/rest`;
    this.#fetch = fetch;
  }

  async send({ method, operation, query, accessToken, body }: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
    try {
      const response = await this.#fetch(`${this.#base}/${operation}?${new URLSearchParams(query)}`, {
        method,
        headers: {
          authorization: `Bearer ${accessToken.reveal()}`,
          ...(body !== undefined && { 'content-type': 'text/plain' }),
        },
        ...(body !== undefined && { body }),
        redirect: 'manual',
        signal,
      });
      const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
      return { kind: 'answered', status: response.status, mediaType, body: await bytesOf(response) };
    } catch (error) {
      return { kind: 'silent', reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
    }
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
