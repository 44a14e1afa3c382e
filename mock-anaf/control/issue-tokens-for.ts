import { issueTokens, ofGrant, openGrant } from '../anaf/oauth/grants.ts';
import type { TokenResponse } from '../engine/events/token-response.ts';
import { ControlError } from '../engine/settings/control-error.ts';
import { findPerson } from '../engine/state/people.ts';
import type { MockParts } from '../parts.ts';

export interface DirectTokenRequest {
  readonly persona: string;
  /** Default: the first registered application. */
  readonly clientId?: string;
  /** How long ago the person authorized, in seconds of the mock's clock. Default 0. */
  readonly age?: number;
}

/**
 * A token pair without a walk through the login, for tests that begin with it. The login's judgement is left out: also a
 * certificate that it refuses gets its tokens.
 * @throws ControlError if person or application is unknown
 */
export async function issueTokensFor(parts: MockParts, request: DirectTokenRequest): Promise<TokenResponse> {
  const { people, clients } = parts.state;
  const person = findPerson(parts.state, request.persona);
  if (!person)
    throw new ControlError(
      `"persona" must be one of ${people.map(({ name }) => name).join(', ')}; got "${request.persona}"`,
    );
  const client =
    request.clientId === undefined ? clients[0] : clients.find(({ clientId }) => clientId === request.clientId);
  if (!client)
    throw new ControlError(`"clientId" must be one of ${clients.map(({ clientId }) => clientId).join(', ')}`);
  const { age = 0 } = request;
  if (!Number.isFinite(age)) throw new ControlError(`"age" must be a number, got ${age}`);

  const at = Math.floor(parts.clock.now() - age);
  const grant = openGrant(parts, { client, person }, at);
  const tokens = await issueTokens(parts, grant, true, at);
  parts.events.emit('token-issued', { ...ofGrant(grant), tokens });
  return tokens;
}
