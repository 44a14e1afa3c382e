import type { MockRequest } from '../http/mock-request.ts';
import { grantOfToken } from '../oauth/token-maker.ts';
import type { MockParts } from '../parts.ts';
import type { Grant } from '../state/mock-state.ts';
import { companiesOf, findPerson } from '../state/people.ts';

/** Who calls: the certificate behind the token, with what it may do now. */
export interface Caller {
  readonly grant: Grant;
  /** CUIs that the certificate may act for. Looked up at every call: the token carries none. */
  readonly companies: readonly string[];
  hasRight(cui: string): boolean;
}

export type CallerResult = { readonly caller: Caller } | { readonly refusal: string };

/** Reads the bearer token of a call. The refusal is for the journal; the answer is the same 401 for all. */
export function identifyCaller(parts: MockParts, { headers }: MockRequest): CallerResult {
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return { refusal: 'no bearer token was sent' };
  return judgeAccessToken(parts, token);
}

/** Whether the API would take this token now; if not, the first check that it fails. */
export function judgeAccessToken(parts: MockParts, token: string): CallerResult {
  // observed 2025-12: the API does not take the opaque tokens that it issued itself
  if (!token.includes('.'))
    return { refusal: 'the token is opaque: token_content_type=jwt was missing at authorize or token' };
  const claims = parts.tokens.read(token);
  if (!claims) return { refusal: 'the token was not signed by this mock' };
  return judgeClaims(parts, claims);
}

function judgeClaims(parts: MockParts, claims: Readonly<Record<string, unknown>>): CallerResult {
  const now = parts.clock.now();
  const grant = grantOfToken(parts.state, String(claims.jti));
  if (claims.token_type !== 'Bearer') return { refusal: 'this is a refresh token' };
  if (!grant) return { refusal: 'the grant of this token is not there any more' };
  if (now >= Number(claims.exp)) return { refusal: 'the access token expired' };
  if (now < Number(claims.nbf)) return { refusal: 'the access token is not valid yet' };
  if (grant.disconnectedAt !== null) return { refusal: 'the grant was disconnected by ANAF' };
  if (parts.switches.refreshEndsOldAccessToken && claims.jti !== grant.accessId) {
    return { refusal: 'a refresh ended this access token' };
  }

  const person = findPerson(parts.state, grant.persona);
  const companies = person ? companiesOf(person, now) : [];
  return { caller: { grant, companies, hasRight: (cui) => companies.includes(cui) } };
}
