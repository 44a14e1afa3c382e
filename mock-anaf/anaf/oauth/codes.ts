import { createHash } from 'node:crypto';
import type { Engine } from '../../engine/engine.ts';
import type { Code } from '../../engine/state/mock-state.ts';
import type { ShownCertificate } from '../login/login-sessions.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

const rememberedSeconds = 600;
/** Limits the memory of a long run, even while the mock's clock is frozen. */
const keptCodes = 2000;

/** Stores a code for its one exchange, and returns it. */
export function issueCode(
  parts: Pick<Engine, 'clock' | 'state' | 'events'>,
  request: AuthorizeRequest,
  { persona, serial }: ShownCertificate,
  code: string,
): string {
  const now = parts.clock.now();
  forgetOldCodes(parts.state.codes, now);
  parts.state.codes[code] = {
    clientId: request.clientId,
    redirectUri: request.redirectUri,
    persona,
    serial,
    wantsJwt: request.wantsJwt,
    codeChallenge: request.codeChallenge ?? null,
    issuedAt: now,
    usedAt: null,
  };
  parts.events.emit('code-issued', { code, clientId: request.clientId, persona, redirectUri: request.redirectUri });
  return code;
}

/** The outcome of `takeCode`: the code, or the reason for refusing it. */
export type CodeResult =
  | { readonly code: Code }
  | {
      readonly refusal: string;
      /** The correct value, if one parameter is wrong. */
      readonly expected?: readonly string[];
      /** The code is correct but has expired. */
      readonly isTooOld?: true;
    };

/** The parameters of a token request that exchanges a code. */
export interface CodeExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string | null;
  readonly codeVerifier: string | null;
}

/** Checks a code and marks it as used. Synchronous, so that only one of two concurrent exchanges succeeds. */
export function takeCode(
  parts: Pick<Engine, 'clock' | 'lifetimes' | 'state' | 'switches'>,
  exchange: CodeExchange,
): CodeResult {
  const { codes } = parts.state;
  const code = Object.hasOwn(codes, exchange.code) ? codes[exchange.code] : undefined;
  const now = parts.clock.now();
  if (!code) return { refusal: 'the code was never issued, or was issued long ago' };
  if (code.usedAt !== null) return { refusal: 'the code was used before' };
  if (code.clientId !== exchange.clientId) return { refusal: 'the code was issued to another client' };
  if (code.redirectUri !== exchange.redirectUri) {
    const expected = [`redirect_uri=${code.redirectUri}`];
    return { refusal: 'redirect_uri is not the one of the authorization request', expected };
  }
  if (parts.switches.pkce === 'enforced') {
    if (code.codeChallenge === null)
      return { refusal: 'PKCE is enforced, and the authorization had no code_challenge' };
    if (!isVerified(code.codeChallenge, exchange.codeVerifier))
      return { refusal: 'code_verifier does not match the code_challenge (S256)' };
  }
  // documented: "60 de secunde interval de obținere a unui token valid"
  if (now - code.issuedAt > parts.lifetimes.codeSeconds) {
    return { refusal: 'the code has expired: it is older than its lifetime', isTooOld: true };
  }
  code.usedAt = now;
  return { code };
}

/** RFC 7636, 4.2. Supports only S256, the method that every server must support. */
function isVerified(challenge: string, verifier: string | null): boolean {
  return verifier !== null && createHash('sha256').update(verifier).digest('base64url') === challenge;
}

function forgetOldCodes(codes: Record<string, Code>, now: number): void {
  const oldestFirst = Object.entries(codes);
  const excess = oldestFirst.length - keptCodes + 1;
  for (const [index, [code, { issuedAt }]] of oldestFirst.entries()) {
    if (index < excess || Math.abs(now - issuedAt) > rememberedSeconds) delete codes[code];
  }
}
