import { randomBytes } from 'node:crypto';
import type { Engine } from '../../engine/engine.ts';
import type { TokenResponse } from '../../engine/events/token-response.ts';
import { authorityNames } from '../../engine/pki/authority.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import type { Client, Grant, MockState, Person } from '../../engine/state/mock-state.ts';
import { nextId } from '../../engine/state/next-id.ts';
import { accessClaims, refreshClaims } from './claims.ts';
import { grantIdIn, hashOf, newOpaqueToken, newTokenId, type TokenMaker } from './token-maker.ts';

/** A filter; a field that is absent matches every grant. */
export interface WhichGrants {
  /** As the journal, the hooks and the inspection of a token show it. */
  readonly grantId?: string;
  readonly clientId?: string;
  readonly persona?: string;
}

/** Who authorized which application. */
export interface Authorization {
  readonly client: Client;
  readonly person: Person;
  /** Of the certificate that was shown, hexadecimal without colons. Default: the person's current one. */
  readonly serial?: string;
}

/** @param now epoch seconds, whole: the moment of the authorization */
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
 * Signs a new pair for a grant and invalidates the refresh token before it. `accessId` and `refreshHash` of the grant change
 * before the first `await`, so that of two refreshes at the same time one is refused.
 *
 * @param now epoch seconds, whole: the moment at which they are issued
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

/** The grant that a token names. Does not prove that the token is genuine. */
export function grantNamedIn({ grants }: MockState, token: string): Grant | undefined {
  const id = grantIdIn(token) ?? '';
  return Object.hasOwn(grants, id) ? grants[id] : undefined;
}

/** Whether this certificate authorized any application within `seconds` of `now`. */
export function hasAuthorizedWithin({ grants }: MockState, serial: string, now: number, seconds: number): boolean {
  const claim = colonSeparated(serial);
  return Object.values(grants).some((grant) => grant.serial === claim && Math.abs(now - grant.createdAt) < seconds);
}

/** Ends every matching grant, as ANAF may do at any time. Returns how many were ended. */
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

/** The fields of a grant that events carry. */
export function ofGrant({ id, clientId, persona }: Grant) {
  return { grantId: id, clientId, persona };
}
