import type { Grant } from '../../../engine/state/mock-state.ts';
import { companiesOfSerial } from '../../../engine/state/people.ts';
import type { MockParts } from '../../../parts.ts';
import type { Facts } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { grantOfToken } from '../../oauth/token-maker.ts';

/** Who calls: the certificate behind the token, with what it may do now. */
export interface Caller {
  /** What the token was issued for; of a caller with a certificate, what the certificate itself says. */
  readonly grant: CallerGrant;
  /** CUIs that the certificate may act for. Looked up at every call: the token carries none. */
  readonly companies: readonly string[];
  hasRight(cui: string): boolean;
}

export interface CallerGrant extends Pick<Grant, 'persona' | 'services' | 'issuer' | 'serial'> {
  /** Absent at the certificate host, which knows of no application. */
  readonly clientId?: string;
  /** The id of the grant; of a certificate, its serial. */
  readonly id: string;
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

  return { caller: callerOf(parts, grant, now) };
}

/** What the journal says of a caller. */
export function factsOf({ grant: { persona, clientId } }: Caller): Facts {
  return { persona, ...(clientId !== undefined && { clientId }) };
}

/** Rights are looked up by the serial, so that a token of a certificate that is enrolled no more has none. */
export function callerOf({ state }: MockParts, grant: CallerGrant, now: number): Caller {
  const companies = companiesOfSerial(state, grant.serial, now);
  return { grant, companies, hasRight: (cui) => companies.includes(cui) };
}
