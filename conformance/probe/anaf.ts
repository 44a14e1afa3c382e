import { defaultClient, type MockAnaf, type MockAnafOptions, startMockAnaf } from 'mock-anaf';

/** What has to be configured at the backend, so that it uses the kit's ANAF. */
export interface AnafConfiguration {
  readonly loginUrl: string;
  readonly tokenUrl: string;
  readonly apiUrl: string;
  readonly environment: 'test';
  readonly clientId: string;
  readonly clientSecret: string;
  /** The callback address that is registered at the mock. */
  readonly redirectUri: string;
}

export interface AnafOptions {
  readonly redirectUri: string;
  /** Default: that of mock-anaf's own application, so that a configured backend fits the next run as well. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Ports of the mock. Default: any free ports. */
  readonly ports?: MockAnafOptions['ports'];
}

/** The ANAF behind the backend, and every secret that it issued. */
export interface Anaf {
  readonly mock: MockAnaf;
  readonly configuration: AnafConfiguration;
  /** Tokens, codes and the client secret: what no answer of the backend may contain. */
  readonly secrets: ReadonlyMap<string, string>;
  /** How many codes the backend has sent to the token endpoint. */
  exchanges(): number;
}

/** Starts mock-anaf with the backend as its only application. */
export async function startAnaf({ redirectUri, clientId, clientSecret, ports }: AnafOptions): Promise<Anaf> {
  const registration = {
    clientId: clientId ?? defaultClient.clientId,
    clientSecret: clientSecret ?? defaultClient.clientSecret,
  };
  const client = { ...registration, redirectUris: [redirectUri], services: ['EFACTURA' as const] };
  const mock = await startMockAnaf({ clients: [client], ...(ports && { ports }) });
  const secrets = new Map([[registration.clientSecret, 'the client secret']]);
  mock.on('code-issued', ({ code }) => void secrets.set(code, 'an authorization code'));
  mock.on('token-issued', ({ tokens }) => {
    secrets.set(tokens.access_token, 'an access token');
    if (tokens.refresh_token) secrets.set(tokens.refresh_token, 'a refresh token');
  });
  const { picker, apiPlain } = mock.urls;
  return {
    mock,
    configuration: {
      loginUrl: picker,
      tokenUrl: picker,
      apiUrl: apiPlain,
      environment: 'test',
      ...registration,
      redirectUri,
    },
    secrets,
    exchanges: () => mock.journal.count({ method: 'POST', path: '/anaf-oauth2/v1/token' }),
  };
}
