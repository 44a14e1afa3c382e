import { judgeAccessToken } from '../../anaf/efactura/gateway/token-host.ts';
import { refusalOfRefreshToken } from '../../anaf/oauth/token.ts';
import { grantIdIn, grantOfToken, hashOf, type TokenMaker } from '../../anaf/oauth/token-maker.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Grant } from '../../engine/state/mock-state.ts';
import { companiesOfSerial } from '../../engine/state/people.ts';
import type { InspectedGrant, JwtPart, TokenInspection } from './token-inspection.ts';

/** What the inspection of a token uses. */
export type InspectionParts = Pick<Engine, 'clock' | 'state' | 'switches'> & { readonly tokens: TokenMaker };

/** A token, and what is known about it before it is judged. */
interface ReadToken {
  readonly token: string;
  readonly isSignedHere: boolean | null;
  readonly grant: Grant | undefined;
  readonly use: TokenInspection['use'];
}

/** Applies the checks of the API and of the token endpoint to a token. The token stays valid. */
export function inspectToken(parts: InspectionParts, token: string): TokenInspection {
  const [header, claims] = token.split('.').map(readPart);
  const isJwt = token.split('.').length === 3 && header && claims;
  const isOpaque = /^[0-9a-f]{64}$/.test(token);
  if (!isJwt && !isOpaque) return { ...unreadable, refusal: 'this is neither a JWT nor 64 hexadecimal digits' };

  const isSignedHere = isJwt ? parts.tokens.read(token) !== undefined : null;
  const grant = isSignedHere === false ? undefined : grantOf(parts, token, claims);
  const use = useOf(token, claims, grant);
  const refusal = refusalOf(parts, { token, isSignedHere, grant, use }) ?? null;
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

const unreadable: TokenInspection = {
  form: 'unreadable',
  header: null,
  claims: null,
  isSignedHere: null,
  use: 'unknown',
  isGood: false,
  refusal: null,
  grant: null,
};

function readPart(part: string): JwtPart | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JwtPart) : undefined;
  } catch {
    // This part is the signature, or the token is not a JWT.
    return undefined;
  }
}

function grantOf({ state }: Pick<Engine, 'state'>, token: string, claims: JwtPart | undefined): Grant | undefined {
  if (claims) return grantOfToken(state, String(claims.jti));
  const id = grantIdIn(token) ?? '';
  return Object.hasOwn(state.grants, id) ? state.grants[id] : undefined;
}

function useOf(token: string, claims: JwtPart | undefined, grant: Grant | undefined): TokenInspection['use'] {
  if (claims?.token_type === 'Refresh') return 'refresh';
  if (claims?.token_type === 'Bearer') return 'access';
  return grant?.refreshHash === hashOf(token) ? 'refresh' : 'unknown';
}

function refusalOf(parts: InspectionParts, { token, use, isSignedHere, grant }: ReadToken): string | undefined {
  if (use === 'refresh' && grant) return refusalOfRefreshToken(parts, grant, token);
  if (isSignedHere === null && !grant) return 'this mock has no grant with the id at the beginning of this token';
  const judged = judgeAccessToken(parts, token);
  if (!('refusal' in judged)) return undefined;
  // The API would only say that this is a refresh token. Here the question is whether it is valid.
  return use === 'refresh' && isSignedHere ? 'the grant of this token no longer exists' : judged.refusal;
}

function describeGrant({ state, clock }: Pick<Engine, 'state' | 'clock'>, grant: Grant): InspectedGrant {
  const { id, clientId, persona, services, createdAt, refreshExpiresAt, disconnectedAt } = grant;
  const companies = companiesOfSerial(state, grant.serial, clock.now());
  return { id, clientId, persona, services, createdAt, refreshExpiresAt, disconnectedAt, companies };
}
