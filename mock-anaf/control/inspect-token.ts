import { judgeAccessToken } from '../anaf/efactura/gateway/token-host.ts';
import { refusalOfRefreshToken } from '../anaf/oauth/token.ts';
import { grantIdIn, grantOfToken, hashOf } from '../anaf/oauth/token-maker.ts';
import type { AnafService, Grant } from '../engine/state/mock-state.ts';
import { companiesOfSerial } from '../engine/state/people.ts';
import type { MockParts } from '../parts.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a token says, and what the mock would say to it now. */
export interface TokenInspection {
  /** `jwt`, ANAF's 64 digits, or neither. */
  readonly form: 'jwt' | 'opaque' | 'unreadable';
  readonly header: Json | null;
  /** As the token says, genuine or not. */
  readonly claims: Json | null;
  /** Whether this mock signed it; `null` for what carries no signature. */
  readonly isSignedHere: boolean | null;
  /** What it is for: the API, or the token address. An opaque one tells it only while it is the refresh token that works. */
  readonly use: 'access' | 'refresh' | 'unknown';
  readonly isGood: boolean;
  /** The first check that fails, in the words of the journal. */
  readonly refusal: string | null;
  readonly grant: InspectedGrant | null;
}

interface InspectedGrant {
  readonly id: string;
  readonly clientId: string;
  readonly persona: string;
  readonly services: readonly AnafService[];
  readonly createdAt: number;
  readonly refreshExpiresAt: number;
  readonly disconnectedAt: number | null;
  /** CUIs that the certificate may act for now. */
  readonly companies: readonly string[];
}

/** Judges a token by the checks of the API and of the token address, without using it up. */
export function inspectToken(parts: MockParts, token: string): TokenInspection {
  const [header, claims] = token.split('.').map(readPart);
  const isJwt = token.split('.').length === 3 && header && claims;
  const isOpaque = /^[0-9a-f]{64}$/.test(token);
  if (!isJwt && !isOpaque) return { ...nothing, refusal: 'this is neither a JWT nor 64 hexadecimal digits' };

  const isSignedHere = isJwt ? parts.tokens.read(token) !== undefined : null;
  const grant = isSignedHere === false ? undefined : grantOf(parts, token, claims);
  const use = useOf(token, claims, grant);
  const refusal = refusalOf(parts, token, use, isSignedHere, grant) ?? null;
  return {
    form: isJwt ? 'jwt' : 'opaque',
    header: (isJwt && header) || null,
    claims: (isJwt && claims) || null,
    isSignedHere,
    use,
    isGood: refusal === null,
    refusal,
    grant: grant ? describeGrant(parts, grant) : null,
  };
}

const nothing: TokenInspection = {
  form: 'unreadable',
  header: null,
  claims: null,
  isSignedHere: null,
  use: 'unknown',
  isGood: false,
  refusal: null,
  grant: null,
};

function readPart(part: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    // A signature, or no token of anybody.
    return undefined;
  }
}

function grantOf({ state }: MockParts, token: string, claims: Json | undefined): Grant | undefined {
  if (claims) return grantOfToken(state, String(claims.jti));
  const id = grantIdIn(token) ?? '';
  return Object.hasOwn(state.grants, id) ? state.grants[id] : undefined;
}

function useOf(token: string, claims: Json | undefined, grant: Grant | undefined): TokenInspection['use'] {
  if (claims?.token_type === 'Refresh') return 'refresh';
  if (claims?.token_type === 'Bearer') return 'access';
  return grant?.refreshHash === hashOf(token) ? 'refresh' : 'unknown';
}

function refusalOf(
  parts: MockParts,
  token: string,
  use: TokenInspection['use'],
  isSignedHere: boolean | null,
  grant: Grant | undefined,
): string | undefined {
  if (use === 'refresh' && grant) return refusalOfRefreshToken(parts, grant, token);
  if (isSignedHere === null && !grant) return 'this mock has no grant that this token begins with';
  const judged = judgeAccessToken(parts, token);
  if (!('refusal' in judged)) return undefined;
  // The API's check says first that it is no access token; here it was asked whether the token is good at all.
  return use === 'refresh' && isSignedHere ? 'the grant of this token is not there any more' : judged.refusal;
}

function describeGrant({ state, clock }: MockParts, grant: Grant): InspectedGrant {
  const { id, clientId, persona, services, createdAt, refreshExpiresAt, disconnectedAt } = grant;
  const companies = companiesOfSerial(state, grant.serial, clock.now());
  return { id, clientId, persona, services, createdAt, refreshExpiresAt, disconnectedAt, companies };
}
