import { createHash } from 'node:crypto';
import type { Engine } from '../../engine/engine.ts';
import type { Code } from '../../engine/state/mock-state.ts';
import type { ShownCertificate } from '../login/login-sessions.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

const rememberedSeconds = 600;
/** Bounds the memory of a long run, also while the mock's clock is frozen. */
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

export type CodeResult =
  | { readonly code: Code }
  | {
      readonly refusal: string;
      /** The right value, if one parameter is wrong. */
      readonly expected?: readonly string[];
      /** The code itself is right and came too late. */
      readonly isTooOld?: true;
    };

export interface CodeExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string | null;
  readonly codeVerifier: string | null;
}

/** Uses up a code for its exchange. Synchronous, so that of two exchanges at the same time only one succeeds. */
export function takeCode(
  parts: Pick<Engine, 'clock' | 'lifetimes' | 'state' | 'switches'>,
  exchange: CodeExchange,
): CodeResult {
  const { codes } = parts.state;
  const code = Object.hasOwn(codes, exchange.code) ? codes[exchange.code] : undefined;
  const now = parts.clock.now();
  if (!code) return { refusal: 'the code was never issued, or long ago' };
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
      return { refusal: 'code_verifier does not answer the code_challenge by S256' };
  }
  // documented: "60 de secunde interval de obținere a unui token valid"
  if (now - code.issuedAt > parts.lifetimes.codeSeconds) {
    return { refusal: 'the code is older than its 60 seconds', isTooOld: true };
  }
  code.usedAt = now;
  return { code };
}

/** RFC 7636 §4.2. Only S256, the method that every server must support. */
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
