import { randomBytes } from 'node:crypto';
import type { TokenResponse } from '../../engine/events/token-response.ts';
import { authorityNames } from '../../engine/pki/authority.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import type { Client, Grant, MockState, Person } from '../../engine/state/mock-state.ts';
import { nextId } from '../../engine/state/next-id.ts';
import type { MockParts } from '../../parts.ts';
import { accessClaims, refreshClaims } from './claims.ts';
import { grantIdIn, hashOf, newOpaqueToken, newTokenId } from './token-maker.ts';

/** What is not given matches every grant. */
export interface WhichGrants {
  /** As the journal, the hooks and the inspection of a token show it. */
  readonly grantId?: string;
  readonly clientId?: string;
  readonly persona?: string;
}

/**
 * @param now epoch seconds, whole: the moment of the authorization
 * @param serial of the certificate that was shown, hexadecimal without colons
 */
export function openGrant(
  parts: MockParts,
  { clientId, services }: Client,
  person: Person,
  now: number,
  serial = serialOf(person),
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
 * Signs a new pair for a grant; the refresh token before it is dead from then on. `accessId` and `refreshHash` of the grant
 * change at once, before anything is waited for, so that of two refreshes at the same time one is refused.
 *
 * @param now epoch seconds, whole: the moment at which they are issued
 */
export async function issueTokens(parts: MockParts, grant: Grant, isJwt: boolean, now: number): Promise<TokenResponse> {
  const { accessTokenSeconds } = parts.lifetimes;
  const accessId = newTokenId(grant);
  grant.accessId = accessId;
  grant.refreshHash = 'being signed';
  const access = accessClaims(grant, accessId, now, now + accessTokenSeconds, parts.switches);
  const refresh = refreshClaims(grant, newTokenId(grant), now, grant.refreshExpiresAt);
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

/** The grant that a token names, without proof that the token is genuine. */
export function grantNamedIn({ grants }: MockState, token: string): Grant | undefined {
  const id = grantIdIn(token) ?? '';
  return Object.hasOwn(grants, id) ? grants[id] : undefined;
}

/** Whether this certificate got a grant, for whatever application, in so many seconds before `now`. */
export function hasAuthorizedWithin({ grants }: MockState, serial: string, now: number, seconds: number): boolean {
  const claim = colonSeparated(serial);
  return Object.values(grants).some((grant) => grant.serial === claim && Math.abs(now - grant.createdAt) < seconds);
}

/** Cuts off, as ANAF may, what matches: one of them, those of one application, person or certificate, or all. Returns how many grants that were. */
export function endGrants(
  parts: MockParts,
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

/** What events say of a grant. */
export function ofGrant({ id, clientId, persona }: Grant) {
  return { grantId: id, clientId, persona };
}
