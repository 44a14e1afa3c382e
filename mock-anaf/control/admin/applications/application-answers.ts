import type { TokenResponse } from '../../../engine/events/token-response.ts';
import type { Client } from '../../../engine/state/mock-state.ts';
import type { ClientAnswer, Tokens } from './application-schemas.ts';

/** The answer about an application. An allow-list: only the fields named here leave the admin port. */
export function clientAnswerOf({ clientId, clientSecret, redirectUris, services, scenario }: Client): ClientAnswer {
  return { clientId, clientSecret, redirectUris, services, ...(scenario && { scenario }) };
}

/** The answer with a token pair. An allow-list: only the fields named here leave the admin port. */
export function tokensOf({ access_token, expires_in, token_type, refresh_token, scope }: TokenResponse): Tokens {
  return { access_token, expires_in, token_type, refresh_token, scope };
}
