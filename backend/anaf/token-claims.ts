import { decodeJwt, type JWTPayload } from 'jose';

/** What ANAF's access token says. It names the certificate and the application, never a company (facts §1.6). */
export interface TokenClaims {
  readonly issuer: string;
  readonly serial: string;
  readonly roles: readonly string[];
  readonly expiresAt: number | undefined;
}

/** Undefined when it is no JWT, or names no certificate: nothing that ANAF's API accepts. ANAF publishes no key to verify it by. */
export function readTokenClaims(accessToken: string): TokenClaims | undefined {
  const payload = decode(accessToken);
  if (!payload) return undefined;
  const issuer = textOf(payload.issuer) ?? scopeValue(payload, 'issuer');
  const serial = textOf(payload.serial) ?? scopeValue(payload, 'serial');
  if (!issuer || !serial) return undefined;
  return { issuer, serial, roles: rolesOf(payload), expiresAt: payload.exp };
}

/** End of a refresh token, when it is a JWT that says so. */
export function readTokenEnd(token: string): number | undefined {
  return decode(token)?.exp;
}

function decode(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token);
  } catch {
    // Opaque tokens and damaged ones are the same to us: not a JWT.
    return undefined;
  }
}

/** Tokens of 2023 have `role` with commas, those of 2026 `roles` with `@`. */
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
