import type { Engine } from '../../../engine/engine.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import { grantOfToken, type TokenMaker } from '../../oauth/token-maker.ts';
import type { ApiHost } from './api-host.ts';
import { type Caller, callerOf } from './caller.ts';

/** What is needed to judge an access token. */
export type TokenParts = Pick<Engine, 'clock' | 'state' | 'switches'> & { readonly tokens: TokenMaker };

/** `api.anaf.ro`: every call has an access token. */
export function tokenHost(parts: TokenParts): ApiHost<Caller> {
  return {
    identify: async ({ headers }) => {
      const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
      return token === undefined ? { refusal: 'no bearer token was sent' } : judgeAccessToken(parts, token);
    },
    refuse: unauthorized,
  };
}

/**
 * Judges an access token as the API would do now. A refusal is the first check that fails; it is for the journal only, because the
 * client gets the same 401 for all of them.
 */
export function judgeAccessToken(
  parts: TokenParts,
  token: string,
): { readonly caller: Caller } | { readonly refusal: string } {
  // observed 2025-12: the API refuses the opaque tokens that ANAF itself issued
  if (!token.includes('.'))
    return { refusal: 'the token is opaque: token_content_type=jwt was missing at authorize or token' };
  const claims = parts.tokens.read(token);
  if (!claims) return { refusal: 'the token was not signed by this mock' };
  const now = parts.clock.now();
  const grant = grantOfToken(parts.state, String(claims.jti));
  if (claims.token_type !== 'Bearer') return { refusal: 'this is a refresh token' };
  if (!grant) return { refusal: 'the grant of this token no longer exists' };
  if (now >= Number(claims.exp)) return { refusal: 'the access token has expired' };
  if (now < Number(claims.nbf)) return { refusal: 'the access token is not valid yet' };
  if (grant.disconnectedAt !== null) return { refusal: 'the grant was disconnected by ANAF' };
  if (parts.switches.refreshEndsOldAccessToken && claims.jti !== grant.accessId) {
    return { refusal: 'the access token was ended by a refresh' };
  }
  return { caller: callerOf(parts.state, grant, now) };
}

// observed 2025-12: the header, and this body, in which `status` is a string. Assumed: the name of the realm
function unauthorized(reason: string): HttpAnswer {
  return json(401, { message: 'Unauthorized', status: '401' }, reason, {
    headers: { 'WWW-Authenticate': 'Bearer realm="api.anaf.ro", error="invalid_token"' },
  });
}
