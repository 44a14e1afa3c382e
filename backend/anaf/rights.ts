import type { Secret } from '../vault/secret.ts';
import type { ApiAnswer, EFacturaApi } from './efactura-api.ts';

/**
 * What ANAF says about one CUI and one token. It answers most of it with HTTP 200, so the text is judged (facts §3.3).
 * - `token-refused`: HTTP 401. - `service-missing`: HTTP 403, the application is not registered for e-Factura.
 * - `silent`: no answer, or none that speaks about the right.
 */
export type RightsAnswer =
  | { readonly kind: 'granted' }
  | { readonly kind: 'denied'; readonly scope: 'company' | 'any-company' }
  | { readonly kind: 'token-refused' }
  | { readonly kind: 'service-missing' }
  | { readonly kind: 'silent'; readonly reason: string };

/** Asks with the cheapest question that names a CUI: the messages of one day. */
export async function checkRight(
  api: EFacturaApi,
  { accessToken, taxId }: { readonly accessToken: Secret; readonly taxId: string },
  signal: AbortSignal,
): Promise<RightsAnswer> {
  const query = { zile: '1', cif: taxId };
  return judgeRight(await api.send({ method: 'GET', operation: 'listaMesajeFactura', query, accessToken }, signal));
}

export function judgeRight(answer: ApiAnswer): RightsAnswer {
  if (answer.kind === 'silent') return answer;
  if (answer.status === 401) return { kind: 'token-refused' };
  if (answer.status === 403) return { kind: 'service-missing' };
  if (answer.status !== 200) return { kind: 'silent', reason: `HTTP ${answer.status}` };
  return judgeBody(parse(answer.body));
}

function judgeBody(body: unknown): RightsAnswer {
  if (typeof body !== 'object' || body === null) return { kind: 'silent', reason: 'not JSON' };
  if ('eroare' in body && typeof body.eroare === 'string' && body.eroare !== '') return judgeText(body.eroare);
  if ('mesaje' in body && Array.isArray(body.mesaje)) return { kind: 'granted' };
  return { kind: 'silent', reason: 'neither messages nor an error' };
}

/** "No messages" and "too many for one page" are said only to somebody who has the right. */
function judgeText(text: string): RightsAnswer {
  if (/^Nu exista mesaje/i.test(text) || /mai mare decat numarul de \d+ elemente/i.test(text))
    return { kind: 'granted' };
  if (/^Nu aveti drept in SPV pentru CIF/i.test(text)) return { kind: 'denied', scope: 'company' };
  if (/^Nu exista niciun CIF/i.test(text)) return { kind: 'denied', scope: 'any-company' };
  return { kind: 'silent', reason: text };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    // An F5 or outage page: nothing about the right.
    return undefined;
  }
}
