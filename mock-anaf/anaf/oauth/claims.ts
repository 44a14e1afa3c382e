import type { Switches } from '../../engine/settings/switches.ts';
import type { Grant } from '../../engine/state/mock-state.ts';

const issuerUrl = 'https://logincert.anaf.ro';

/** The id of a token, and its lifetime in epoch seconds. */
export interface TokenTimes {
  readonly jti: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Claims of an access token. Documented in 2023; observed in 2026: the roles are separated by `@`. */
export function accessClaims(grant: Grant, times: TokenTimes, switches: Pick<Switches, 'roleClaim'>): object {
  const roles = rolesOf(grant);
  const efactura = roles.filter((role) => role.endsWith('EFACTURA')).join(',');
  const etransport = roles.filter((role) => role.endsWith('ETRANSPORT')).join(',');
  return {
    token_type: 'Bearer',
    scope: 'clientappid info issuer role serial',
    scope_data: [
      { id: 'clientappid', value: grant.clientId },
      { id: 'info', value: '' },
      { id: 'issuer', value: grant.issuer },
      { id: 'role', value: roles.join(switches.roleClaim === 'role' ? ',' : '@') },
      { id: 'serial', value: grant.serial },
    ],
    ...identity(grant),
    ...(efactura && { efactura }),
    ...(etransport && { etransport }),
    hello: 'HELLO',
    ...(switches.roleClaim !== 'roles' && { role: roles.join(',') }),
    ...(switches.roleClaim !== 'role' && { roles: roles.join('@') }),
    ...timeClaims(times),
  };
}

/** Claims of a refresh token. Reported by third parties: it is a JWT with an `exp`. Assumed: the rest. */
export function refreshClaims(grant: Grant, times: TokenTimes): object {
  return { token_type: 'Refresh', ...identity(grant), ...timeClaims(times) };
}

function identity(grant: Grant): object {
  return {
    iss: issuerUrl,
    clientappid: grant.clientId,
    issuer: grant.issuer,
    serial: grant.serial,
    sub: grant.serial.replaceAll(':', ''),
  };
}

// documented by the sample's arithmetic: nbf = iat − 300
function timeClaims({ jti, issuedAt, expiresAt }: TokenTimes): object {
  return { jti, iat: issuedAt, exp: expiresAt, nbf: issuedAt - 300 };
}

function rolesOf({ services }: Grant): string[] {
  return ['HELLO', ...services, ...services.map((service) => `SRV_${service}`)];
}
