import type { MockParts } from '../parts.ts';
import type { Code } from '../state/mock-state.ts';
import type { AuthorizeRequest } from './authorize-request.ts';

const rememberedSeconds = 600;

/** Keeps a code for its one exchange, and returns it. */
export function issueCode(parts: MockParts, request: AuthorizeRequest, persona: string, code: string): string {
  const now = parts.clock.now();
  forgetOldCodes(parts.state.codes, now);
  parts.state.codes[code] = {
    clientId: request.clientId,
    redirectUri: request.redirectUri,
    persona,
    wantsJwt: request.wantsJwt,
    issuedAt: now,
    usedAt: null,
  };
  return code;
}

export type CodeResult = { readonly code: Code } | { readonly refusal: string };

/**
 * Takes a code for its exchange. In one step, without waiting for anything: of two exchanges at the same time one gets it.
 */
export function takeCode(parts: MockParts, given: string, clientId: string, redirectUri: string | null): CodeResult {
  const code = Object.hasOwn(parts.state.codes, given) ? parts.state.codes[given] : undefined;
  const now = parts.clock.now();
  if (!code) return { refusal: 'the code was never issued, or long ago' };
  if (code.usedAt !== null) return { refusal: 'the code was used before' };
  if (code.clientId !== clientId) return { refusal: 'the code was issued to another client' };
  if (code.redirectUri !== redirectUri) return { refusal: 'redirect_uri is not the one of the authorization request' };
  // documented: "60 de secunde interval de obținere a unui token valid"
  if (now - code.issuedAt > parts.lifetimes.codeSeconds) return { refusal: 'the code is older than its 60 seconds' };
  code.usedAt = now;
  return { code };
}

function forgetOldCodes(codes: Record<string, Code>, now: number): void {
  for (const [code, { issuedAt }] of Object.entries(codes)) {
    if (Math.abs(now - issuedAt) > rememberedSeconds) delete codes[code];
  }
}
