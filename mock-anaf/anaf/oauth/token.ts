import type { Engine } from '../../engine/engine.ts';
import { chooseScenario } from '../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../engine/scenarios/faults.ts';
import type { Client, Grant } from '../../engine/state/mock-state.ts';
import { findPerson } from '../../engine/state/people.ts';
import { type Answer, broken, json } from '../../wire/http/answer.ts';
import { formOf, type MockRequest } from '../../wire/http/mock-request.ts';
import { authenticateClient } from './client-authentication.ts';
import { takeCode } from './codes.ts';
import { grantNamedIn, hasAuthorizedWithin, issueTokens, ofGrant, openGrant } from './grants.ts';
import { hashOf, type TokenMaker } from './token-maker.ts';

/** What the token endpoint uses. */
export type TokenParts = Pick<
  Engine,
  'chaos' | 'clock' | 'events' | 'lifetimes' | 'scenarios' | 'state' | 'switches'
> & { readonly tokens: TokenMaker };

/** `POST /anaf-oauth2/v1/token`. Observed 2026-06-28: no client certificate is required, and every refusal is HTTP 400. */
export async function token(parts: TokenParts, request: MockRequest): Promise<Answer> {
  const form = formOf(request);
  const client = authenticateClient(parts.state.clients, request, form);
  const subject = { clientId: client?.clientId, persona: personaIn(parts, form), endpoint: 'token' };
  const scenario = chooseScenario(parts, 'token', subject);
  const answer = faultAnswer(parts, scenario) ?? (await exchange(parts, client, form));
  if (answer.kind === 'http' && answer.status === 400)
    parts.events.emit('token-refused', { reason: answer.reason, ...answer.about });
  if (scenario === 'token-without-refresh') {
    return underScenario(withoutRefreshToken(parts, answer, form), scenario, parts.lifetimes);
  }
  if (scenario !== 'token-answer-lost') return underScenario(answer, scenario, parts.lifetimes);
  const lost = { ...broken('reset', `scenario token-answer-lost, in place of: ${answer.reason}`), about: answer.about };
  return underScenario(lost, scenario, parts.lifetimes);
}

function exchange(parts: TokenParts, client: Client | undefined, form: URLSearchParams): Answer | Promise<Answer> {
  // observed 2026-06-28: 400, not 401; assumed: the description
  if (!client) {
    return refuse({
      error: 'invalid_client',
      description: 'Client authentication failed',
      reason: 'unknown client or wrong secret',
      expected: parts.state.clients.map(({ clientId }) => `client_id=${clientId} and its client_secret`),
    });
  }
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(parts, client, form);
    case 'refresh_token':
      return refresh(parts, client, form);
    default:
      // observed: "400 invalid_request for a bad grant"
      return refuse({
        ...{ client, error: 'invalid_request' },
        reason: 'grant_type is neither authorization_code nor refresh_token',
        expected: ['grant_type=authorization_code', 'grant_type=refresh_token'],
      });
  }
}

async function exchangeCode(parts: TokenParts, client: Client, form: URLSearchParams): Promise<Answer> {
  const taken = takeCode(parts, {
    code: form.get('code') ?? '',
    clientId: client.clientId,
    redirectUri: form.get('redirect_uri'),
    codeVerifier: form.get('code_verifier'),
  });
  if ('refusal' in taken) {
    // documented: "După 60 de secunde se resetează conexiunea", which may mean the connection or the attempt, so it is a switch
    if (taken.isTooOld && parts.switches.expiredCode === 'reset') return broken('reset', taken.refusal);
    return refuse({ error: 'invalid_request', reason: taken.refusal, client, expected: taken.expected });
  }
  const person = findPerson(parts.state, taken.code.persona);
  if (!person) {
    return refuse({ error: 'invalid_request', reason: 'the person of this code no longer exists', client });
  }

  const now = Math.floor(parts.clock.now());
  const { serial } = taken.code;
  if (parts.switches.oneAuthorizationPerMinute && hasAuthorizedWithin(parts.state, serial, now, 60)) {
    // documented in 2022: code 255 and this sentence; assumed: they are sent in the JSON of a 400
    const description = 'se solicită multiple tokenuri de către acelasi utilizator';
    return refuse({ error: '255', description, reason: 'this certificate authorized within the last minute', client });
  }
  const grant = openGrant(parts, { client, person, serial }, now);
  // documented: the parameter belongs in both requests; observed: without it the token is opaque. Assumed: one of them is not enough.
  const isJwt = taken.code.wantsJwt && form.get('token_content_type') === 'jwt';
  const what = isJwt
    ? 'a pair of JWTs was issued'
    : 'an opaque pair was issued: token_content_type=jwt was not in both requests';
  const tokens = await issueTokens(parts, grant, isJwt, now);
  parts.events.emit('token-issued', { ...ofGrant(grant), tokens });
  return json(200, tokens, what, { headers: noStore, about: ofGrant(grant) });
}

async function refresh(parts: TokenParts, client: Client, form: URLSearchParams): Promise<Answer> {
  const given = form.get('refresh_token') ?? '';
  const grant = grantNamedIn(parts.state, given);
  if (!grant) return refuse({ error: 'invalid_request', reason: 'this is not a refresh token of this mock', client });
  const refusal =
    grant.clientId === client.clientId
      ? refusalOfRefreshToken(parts, grant, given)
      : 'the refresh token belongs to another client';
  if (refusal) {
    // reported by third parties; `error` differs between them, so it is a switch
    const error = parts.switches.deadRefreshTokenError;
    return refuse({ error, description: 'Refresh Token status is expired', reason: refusal, client });
  }

  const now = Math.floor(parts.clock.now());
  if (parts.switches.refreshExtendsYear) grant.refreshExpiresAt = now + parts.lifetimes.refreshTokenSeconds;
  // observed: clients refresh without token_content_type and still work, so a refresh keeps the kind of token
  const tokens = await issueTokens(parts, grant, given.includes('.'), now);
  parts.events.emit('token-refreshed', { ...ofGrant(grant), tokens });
  return json(200, tokens, 'the pair was refreshed and the refresh token rotated', {
    headers: noStore,
    about: ofGrant(grant),
  });
}

/** Says why the token endpoint would refuse this refresh token now, from its own client; `undefined` if it would accept it. */
export function refusalOfRefreshToken(
  { clock }: Pick<Engine, 'clock'>,
  grant: Grant,
  given: string,
): string | undefined {
  if (grant.disconnectedAt !== null) return 'the grant was disconnected by ANAF';
  if (grant.refreshHash !== hashOf(given)) return 'the refresh token was rotated: a newer one was issued';
  if (clock.now() >= grant.refreshExpiresAt) return 'the refresh token has expired';
  return undefined;
}

/** The person whose code or refresh token a request contains. The request has not been checked yet. */
function personaIn({ state }: TokenParts, form: URLSearchParams): string | undefined {
  const code = form.get('code') ?? '';
  if (Object.hasOwn(state.codes, code)) return state.codes[code]?.persona;
  return grantNamedIn(state, form.get('refresh_token') ?? '')?.persona;
}

/** Removes the refresh token from an answer, as if it had not been issued. The previous one, if there is one, stays valid. */
function withoutRefreshToken({ state }: TokenParts, answer: Answer, form: URLSearchParams): Answer {
  if (answer.kind !== 'http' || answer.status !== 200) return answer;
  const { refresh_token: issued, ...others } = JSON.parse(String(answer.body));
  const grant = grantNamedIn(state, issued);
  // A refresh with status 200 presented the valid refresh token. No other request may make a token valid again.
  const previousHash = form.get('grant_type') === 'refresh_token' ? hashOf(form.get('refresh_token') ?? '') : 'none';
  if (grant) grant.refreshHash = previousHash;
  return { ...answer, body: JSON.stringify(others), reason: `${answer.reason}; refresh_token was left out` };
}

const noStore = { 'Cache-Control': 'no-store' };

interface TokenRefusal {
  readonly error: string;
  readonly description?: string;
  /** For the journal. */
  readonly reason: string;
  /** Absent if the client is unknown. */
  readonly client?: Client;
  /** The correct values, for the journal. */
  readonly expected?: readonly string[] | undefined;
}

function refuse({ error, description, reason, client, expected }: TokenRefusal): Answer {
  const body = { error, ...(description !== undefined && { error_description: description }) };
  const about = client ? { clientId: client.clientId } : {};
  return json(400, body, reason, { headers: noStore, about, ...(expected && { expected }) });
}
