import type { Answer } from '../http/answer.ts';
import { formOf, isForm, type MockRequest } from '../http/mock-request.ts';
import { tokenHeader } from '../oauth/token-maker.ts';

/** Who had a token in hand: something that calls itself a browser, or any other program. */
export type TokenSight = 'browser' | 'program';

/**
 * Who sent or got a token of the mock in an exchange; `undefined`: there was none in it. A browser is told by what browsers send
 * and cannot leave out: `Sec-Fetch-Site`, `Origin`, or "Mozilla" in front of their name.
 */
export function tokenSeenBy(request: MockRequest, answer: Answer): TokenSight | undefined {
  // The request first: its headers are short, an answer may be a long list.
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

function isInRequest(request: MockRequest): boolean {
  const { authorization = '', cookie = '', referer = '' } = request.headers;
  return (
    /^Bearer +([0-9a-f]{64}$|eyJ)/i.test(authorization) ||
    [cookie, referer, request.rawQuery].some((text) => text.includes(tokenHeader)) ||
    isInParameters(request.query) ||
    (isForm(request) && isInParameters(formOf(request)))
  );
}

/** Opaque tokens are known by their names alone. */
function isInParameters(parameters: URLSearchParams): boolean {
  return ['access_token', 'refresh_token'].some((name) => (parameters.get(name) ?? '') !== '');
}
