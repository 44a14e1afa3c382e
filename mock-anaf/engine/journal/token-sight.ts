import type { Answer } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import { tokenHeader } from '../pki/token-header.ts';

/** Who handled a token: a browser or another program. Browsers must never see tokens, so tests check this. */
export type TokenSight = 'browser' | 'program';

const tokenNames = ['access_token', 'refresh_token'];
const longestForm = 16 * 1024;

/**
 * Tells who sent or received a token of the mock in an exchange; `undefined` if the exchange contained no token. A browser is
 * recognized by its headers: `Sec-Fetch-Site`, `Origin`, or a `User-Agent` that begins with "Mozilla/".
 */
export function tokenSeenBy(request: MockRequest, answer: Answer): TokenSight | undefined {
  // Check the request first: its headers are short, while an answer may be a long list.
  if (!isInRequest(request) && !isInAnswer(answer)) return undefined;
  const { origin, 'sec-fetch-site': site, 'user-agent': name = '' } = request.headers;
  return origin !== undefined || site !== undefined || name.startsWith('Mozilla/') ? 'browser' : 'program';
}

function isInAnswer(answer: Answer): boolean {
  if (answer.kind !== 'http') return false;
  const { body, headers } = answer;
  return (
    (typeof body === 'string' && (body.startsWith('{"access_token"') || body.includes(tokenHeader))) ||
    String(headers.Location ?? '').includes(tokenHeader)
  );
}

function isInRequest({ headers, path, rawQuery, query, body }: MockRequest): boolean {
  return (
    /^Bearer +([0-9a-f]{64}$|eyJ)/i.test(headers.authorization ?? '') ||
    [path, rawQuery, ...Object.values(headers)].some((text) => String(text).includes(tokenHeader)) ||
    tokenNames.some((name) => (query.get(name) ?? '') !== '') ||
    isInBody(body)
  );
}

/** Searches a body of any content type. Opaque tokens are recognized only by their field names. Longer bodies are documents. */
function isInBody(body: Buffer): boolean {
  if (body.byteLength === 0 || body.byteLength > longestForm) return false;
  const text = body.toString('latin1');
  return text.includes(tokenHeader) || /(access|refresh)_token["'\s]*[=:]+["'\s]*[^\s&"'=:]/i.test(text);
}
