import { randomBytes } from 'node:crypto';
import type { Engine } from '../../engine/engine.ts';
import type { TokenResponse } from '../../engine/events/token-response.ts';
import { authorityNames } from '../../engine/pki/authority.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import type { Client, Grant, MockState, Person } from '../../engine/state/mock-state.ts';
import { nextId } from '../../engine/state/next-id.ts';
import { accessClaims, refreshClaims } from './claims.ts';
import { grantIdIn, hashOf, newOpaqueToken, newTokenId, type TokenMaker } from './token-maker.ts';

/** A filter for grants. A field that is absent matches every grant. */
export interface WhichGrants {
  /** As shown by the journal, the events and the inspection of a token. */
  readonly grantId?: string;
  readonly clientId?: string;
  readonly persona?: string;
}

/** A person who authorizes an application. */
export interface Authorization {
  readonly client: Client;
  readonly person: Person;
  /** Serial number of the presented certificate, hexadecimal without colons. Default: the person's current certificate. */
  readonly serial?: string;
}

/**
 * Creates a grant: the permission of one application to act with one certificate. It has no tokens yet.
 * @param now time of the authorization, in whole epoch seconds
 */
export function openGrant(
  parts: Pick<Engine, 'clock' | 'events' | 'lifetimes' | 'state' | 'switches'>,
  { client: { clientId, services }, person, serial = serialOf(person) }: Authorization,
  now: number,
): Grant {
  const claim = colonSeparated(serial);
  if (parts.switches.authorizationEndsOlderGrant) endGrants(parts, { clientId, serial: claim });
  const grant: Grant = {
    id: nextId(parts.state, 'grant').slice(0, 16),
    mark: randomBytes(4).toString('hex'),
    clientId,
    persona: person.name,
    services: [...services],
    issuer: authorityNames[person.authority],
    serial: claim,
    createdAt: now,
    refreshHash: '',
    refreshExpiresAt: now + parts.lifetimes.refreshTokenSeconds,
    accessId: '',
    disconnectedAt: null,
  };
  parts.state.grants[grant.id] = grant;
  return grant;
}

/**
 * Issues a new token pair for a grant and invalidates the previous refresh token. `accessId` and `refreshHash` of the grant change
 * before the first `await`, so that one of two concurrent refreshes is refused.
 *
 * @param now issue time of the tokens, in whole epoch seconds
 */
export async function issueTokens(
  parts: Pick<Engine, 'lifetimes' | 'switches'> & { readonly tokens: TokenMaker },
  grant: Grant,
  isJwt: boolean,
  now: number,
): Promise<TokenResponse> {
  const { accessTokenSeconds } = parts.lifetimes;
  const accessId = newTokenId(grant);
  grant.accessId = accessId;
  grant.refreshHash = 'being signed';
  const accessTimes = { jti: accessId, issuedAt: now, expiresAt: now + accessTokenSeconds };
  const access = accessClaims(grant, accessTimes, parts.switches);
  const refresh = refreshClaims(grant, { jti: newTokenId(grant), issuedAt: now, expiresAt: grant.refreshExpiresAt });
  const [accessToken, refreshToken] = isJwt
    ? await Promise.all([parts.tokens.sign(access), parts.tokens.sign(refresh)])
    : [newOpaqueToken(grant.id), newOpaqueToken(grant.id)];
  grant.refreshHash = hashOf(refreshToken);
  return {
    access_token: accessToken,
    expires_in: accessTokenSeconds,
    token_type: 'Bearer',
    refresh_token: refreshToken,
    scope: 'clientappid issuer role serial',
  };
}

/** The grant that a token names. Does not check whether the token is genuine. */
export function grantNamedIn({ grants }: MockState, token: string): Grant | undefined {
  const id = grantIdIn(token) ?? '';
  return Object.hasOwn(grants, id) ? grants[id] : undefined;
}

/** Whether this certificate authorized any application within `seconds` of `now`. */
export function hasAuthorizedWithin({ grants }: MockState, serial: string, now: number, seconds: number): boolean {
  const claim = colonSeparated(serial);
  return Object.values(grants).some((grant) => grant.serial === claim && Math.abs(now - grant.createdAt) < seconds);
}

/** Ends every matching grant, as ANAF may do at any time. Returns the number of ended grants. */
export function endGrants(
  parts: Pick<Engine, 'clock' | 'events' | 'state'>,
  { grantId, clientId, persona, serial }: WhichGrants & { readonly serial?: string },
): number {
  const ended = Object.values(parts.state.grants).filter(
    (grant) =>
      grant.disconnectedAt === null &&
      (grantId === undefined || grant.id === grantId) &&
      (clientId === undefined || grant.clientId === clientId) &&
      (persona === undefined || grant.persona === persona) &&
      (serial === undefined || grant.serial === serial),
  );
  for (const grant of ended) {
    grant.disconnectedAt = parts.clock.now();
    parts.events.emit('grant-ended', ofGrant(grant));
  }
  return ended.length;
}

/** The fields of a grant that events and the journal contain. */
export function ofGrant({ id, clientId, persona }: Grant) {
  return { grantId: id, clientId, persona };
}
