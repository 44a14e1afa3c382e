import assert from 'node:assert/strict';
import { type MockAnaf, type MockAnafOptions, type PersonRequest, startMockAnaf } from 'mock-anaf';

export const clientId = 'c0ffee'.repeat(8);
export const clientSecret = '5ec2e7'.repeat(10).padEnd(64, '0');
export const redirectUri = 'http://localhost:4001/callback';

/** The first mock of a test file. The others reuse its keys, because generating them takes most of the time of a start. */
let first: MockAnaf | undefined;

/** Starts a mock with one application. Use it with `await using`, which stops it. */
export async function startMock(options: MockAnafOptions = {}): Promise<MockAnaf & AsyncDisposable> {
  const redirectUris = [redirectUri, 'https://app.example/callback'];
  const mock = await startMockAnaf({
    clients: [{ clientId, clientSecret, redirectUris, services: ['EFACTURA'] }],
    ...(first && { identitiesOf: first }),
    ...options,
  });
  first ??= mock;
  // Keep the getters of the mock, so that `personas` and `clients` follow its state.
  return Object.assign(Object.create(mock), { [Symbol.asyncDispose]: () => mock.stop() });
}

/** An authorization address as an application would build it; `undefined` leaves a parameter out. */
export function authorizeUrl(origin: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    token_content_type: 'jwt',
    state: 'a state',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${origin}/anaf-oauth2/v1/authorize?${query}`;
}

/** Logs a person in and returns the authorization code. */
export async function codeOf(mock: MockAnaf, persona: string, changes = {}): Promise<string> {
  const result = await mock.authorize({ url: authorizeUrl(mock.urls.picker, changes), persona });
  const code = new URL(result.location ?? 'about:blank').searchParams.get('code');
  assert.ok(code, `no code came for ${persona}: ${JSON.stringify(result)}`);
  return code;
}

/** Logs a person in and returns the parameters of the redirect address. */
export async function outcomeOf(mock: MockAnaf, request: Omit<PersonRequest, 'url'>): Promise<Record<string, string>> {
  const { location } = await mock.authorize({ url: authorizeUrl(mock.urls.picker), ...request });
  assert.ok(location, 'the login did not redirect the person');
  return Object.fromEntries(new URL(location).searchParams);
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & { access_token?: string; refresh_token?: string };
}

/** Sends a token request, with the client's credentials in the body unless `headers` has them. */
export async function tokenRequest(
  mock: MockAnaf,
  fields: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const credentials = headers ? {} : { client_id: clientId, client_secret: clientSecret };
  const body = new URLSearchParams({ ...credentials, ...fields });
  const response = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, {
    method: 'POST',
    body,
    headers: headers ?? {},
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

export function exchange(
  mock: MockAnaf,
  code: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, token_content_type: 'jwt' };
  return tokenRequest(mock, { ...fields, ...changes });
}

export function refresh(mock: MockAnaf, refreshToken: string): Promise<TokenAnswer> {
  return tokenRequest(mock, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/** Logs a person in and returns their access token. */
export async function accessTokenOf(mock: MockAnaf, persona: string): Promise<string> {
  const { body } = await exchange(mock, await codeOf(mock, persona));
  assert.ok(body.access_token);
  return body.access_token;
}

export function claimsOf(token: unknown): Record<string, unknown> {
  assert.equal(typeof token, 'string');
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8'));
}
