import { createHash } from 'node:crypto';
import type { Code } from '../../engine/state/mock-state.ts';
import type { MockParts } from '../../parts.ts';
import type { ShownCertificate } from '../login/login-sessions.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

const rememberedSeconds = 600;
/** Also while the mock's clock stands still. */
const keptCodes = 2000;

/** Keeps a code for its one exchange, and returns it. */
export function issueCode(
  parts: Pick<MockParts, 'clock' | 'state' | 'events'>,
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
      /** What would have been right, where one parameter is wrong. */
      readonly expected?: readonly string[];
      /** All else about it was right: it came too late. */
      readonly isTooOld?: true;
    };

export interface CodeExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string | null;
  readonly codeVerifier: string | null;
}

/**
 * Takes a code for its exchange. In one step, without waiting for anything: of two exchanges at the same time one gets it.
 */
export function takeCode(parts: MockParts, exchange: CodeExchange): CodeResult {
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

/** RFC 7636, with S256 alone: the one method that every server must know (§4.2). */
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
