import * as oauth from 'oauth4webapi';
import { Secret } from '../vault/secret.ts';
import type { AnafSettings, Fetch } from './anaf-settings.ts';
import { meaningOfTokenError } from './vocabulary.ts';

/**
 * Answer of ANAF's `/token`.
 * - `refused`: final. `grant`: the code or refresh token is not valid; `application`: the registration is not.
 * - `unavailable`: temporary; says nothing about the code or refresh token.
 */
export type TokenAnswer =
  | { readonly kind: 'tokens'; readonly tokens: IssuedTokens }
  | { readonly kind: 'refused'; readonly what: 'grant' | 'application'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** A token pair as ANAF issued it. */
export interface IssuedTokens {
  readonly accessToken: Secret;
  /** Undefined when the answer has none. ANAF issues a new one with every refresh, and the old one stops working. */
  readonly refreshToken: Secret | undefined;
  readonly expiresInSeconds: number | undefined;
}

/**
 * ANAF's OAuth server: the address of the login, and the exchange of codes and refresh tokens. The client authenticates
 * with HTTP Basic, and asks for JWTs both in the login and at `/token` (docs/facts-anaf.md §1.2, §1.4).
 */
export class OAuthClient {
  readonly #settings: AnafSettings;
  readonly #fetch: Fetch;
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;

  constructor(settings: AnafSettings, fetch: Fetch) {
    this.#settings = settings;
    this.#fetch = fetch;
    this.#client = { client_id: settings.clientId };
    this.#server = {
      issuer: settings.loginUrl,
      authorization_endpoint: `${settings.loginUrl}/anaf-oauth2/v1/authorize`,
      token_endpoint: `${settings.tokenUrl}/anaf-oauth2/v1/token`,
    };
  }

  /** Address of ANAF's login for one opening. */
  authorizeUrl(state: Secret): string {
    const url = new URL(`${this.#settings.loginUrl}/anaf-oauth2/v1/authorize`);
    url.searchParams.set('response_type', 'code');
    url.searchParams.set('client_id', this.#settings.clientId);
    url.searchParams.set('redirect_uri', this.#settings.redirectUri);
    url.searchParams.set('token_content_type', 'jwt');
    url.searchParams.set('state', state.reveal());
    return url.href;
  }

  /** Exchanges a code of a callback whose `state` the caller has verified. */
  exchangeCode(code: Secret, signal: AbortSignal): Promise<TokenAnswer> {
    return tokenAnswer(async () => {
      const callback = new URLSearchParams({ code: code.reveal() });
      const response = await oauth.authorizationCodeGrantRequest(
        this.#server,
        this.#client,
        this.#authentication(),
        oauth.validateAuthResponse(this.#server, this.#client, callback, oauth.expectNoState),
        this.#settings.redirectUri,
        // ANAF's registration has no PKCE; whether it is ignored or refused is not known (docs/facts-anaf.md §1.2).
        oauth.nopkce,
        this.#options(signal),
      );
      return oauth.processAuthorizationCodeResponse(this.#server, this.#client, response);
    });
  }

  /** Exchanges a refresh token for a new token pair. ANAF then no longer accepts the old refresh token. */
  refresh(refreshToken: Secret, signal: AbortSignal): Promise<TokenAnswer> {
    return tokenAnswer(async () => {
      const response = await oauth.refreshTokenGrantRequest(
        this.#server,
        this.#client,
        this.#authentication(),
        refreshToken.reveal(),
        this.#options(signal),
      );
      return oauth.processRefreshTokenResponse(this.#server, this.#client, response);
    });
  }

  #authentication(): oauth.ClientAuth {
    return oauth.ClientSecretBasic(this.#settings.clientSecret.reveal());
  }

  #options(signal: AbortSignal): oauth.TokenEndpointRequestOptions {
    return {
      signal,
      additionalParameters: { token_content_type: 'jwt' },
      [oauth.customFetch]: this.#fetch,
      // The configuration accepts http only for loopback addresses.
      [oauth.allowInsecureRequests]: this.#settings.tokenUrl.startsWith('http:'),
    };
  }
}

async function tokenAnswer(ask: () => Promise<oauth.TokenEndpointResponse>): Promise<TokenAnswer> {
  try {
    return issued(await ask());
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return refused(error);
    return { kind: 'unavailable', reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
  }
}

function issued(answer: oauth.TokenEndpointResponse): TokenAnswer {
  const { access_token, refresh_token, expires_in } = answer;
  return {
    kind: 'tokens',
    tokens: {
      accessToken: new Secret(access_token),
      refreshToken: refresh_token ? new Secret(refresh_token) : undefined,
      expiresInSeconds: expires_in,
    },
  };
}

function refused({ error, status }: oauth.ResponseBodyError): TokenAnswer {
  const reason = `HTTP ${status} ${error}`;
  const meaning = meaningOfTokenError(error, status);
  return meaning === 'unavailable' ? { kind: 'unavailable', reason } : { kind: 'refused', what: meaning, reason };
}
