import { issueTokens, ofGrant, openGrant } from '../../anaf/oauth/grants.ts';
import type { TokenMaker } from '../../anaf/oauth/token-maker.ts';
import type { Engine } from '../../engine/engine.ts';
import type { TokenResponse } from '../../engine/events/token-response.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Client, MockState } from '../../engine/state/mock-state.ts';
import { knownPerson } from '../people/known-person.ts';

type IssueParts = Pick<Engine, 'clock' | 'events' | 'lifetimes' | 'state' | 'switches'> & {
  readonly tokens: TokenMaker;
};

/** Whose tokens to issue. */
export interface DirectTokenRequest {
  /** Name of the person whose certificate authorizes. */
  readonly persona: string;
  /** Default: the first registered application. */
  readonly clientId?: string;
  /** How long ago the person authorized, in seconds of the mock's clock. Default 0. */
  readonly age?: number;
}

/**
 * Issues a token pair without a login, for tests that do not test the login. The certificate is not judged: people whom the login would
 * refuse also get tokens.
 * @throws ControlError if the person or the application is unknown
 */
export async function issueTokensFor(parts: IssueParts, request: DirectTokenRequest): Promise<TokenResponse> {
  const person = knownPerson(parts.state, request.persona);
  const client = clientOf(parts.state, request.clientId);
  const { age = 0 } = request;
  if (!Number.isFinite(age)) throw new ControlError(`"age" must be a number, got ${age}`);

  const at = Math.floor(parts.clock.now() - age);
  const grant = openGrant(parts, { client, person }, at);
  const tokens = await issueTokens(parts, grant, true, at);
  parts.events.emit('token-issued', { ...ofGrant(grant), tokens });
  return tokens;
}

function clientOf({ clients }: MockState, clientId: string | undefined): Client {
  const client = clientId === undefined ? clients[0] : clients.find((one) => one.clientId === clientId);
  if (client) return client;
  throw new ControlError(`"clientId" must be one of ${clients.map((one) => one.clientId).join(', ')}`);
}
