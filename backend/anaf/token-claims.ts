import { decodeJwt, type JWTPayload } from 'jose';

/**
 * Claims of ANAF's access token. They name the certificate and the application, never a company (docs/facts-anaf.md
 * §1.6).
 */
export interface TokenClaims {
  readonly issuer: string;
  readonly serial: string;
  readonly roles: readonly string[];
  /** The application that the token was issued to. */
  readonly clientId: string | undefined;
  /** Epoch seconds. */
  readonly expiresAt: number | undefined;
}

/**
 * Undefined when the token is not a JWT or names no certificate; ANAF's API refuses such tokens. The signature is not
 * verified, because ANAF publishes no key.
 */
export function readTokenClaims(accessToken: string): TokenClaims | undefined {
  const payload = decode(accessToken);
  if (!payload) return undefined;
  const issuer = textOf(payload.issuer) ?? scopeValue(payload, 'issuer');
  const serial = textOf(payload.serial) ?? scopeValue(payload, 'serial');
  if (!issuer || !serial) return undefined;
  const clientId = textOf(payload.clientappid) ?? scopeValue(payload, 'clientappid');
  return { issuer, serial, roles: rolesOf(payload), clientId, expiresAt: payload.exp };
}

/** When a refresh token expires, in epoch seconds. Undefined for a token that does not contain it. */
export function readTokenEnd(token: string): number | undefined {
  return decode(token)?.exp;
}

function decode(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token);
  } catch {
    // An opaque or damaged token.
    return undefined;
  }
}

/** Tokens of 2023 have `role` separated by commas, those of 2026 `roles` separated by `@`. */
function rolesOf(payload: JWTPayload): string[] {
  const text = textOf(payload.roles) ?? textOf(payload.role) ?? scopeValue(payload, 'role') ?? '';
  return text.split(/[,@]/).filter(Boolean);
}

function scopeValue(payload: JWTPayload, id: string): string | undefined {
  if (!Array.isArray(payload.scope_data)) return undefined;
  const entry: unknown = payload.scope_data.find((candidate: unknown) => isEntry(candidate) && candidate.id === id);
  return isEntry(entry) ? textOf(entry.value) : undefined;
}

function isEntry(value: unknown): value is { id: unknown; value: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value && 'value' in value;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
