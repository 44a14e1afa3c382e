import { defaultClient, startMockAnaf } from 'mock-anaf';

/** mock-anaf alone in a process, with as many refresh tokens as the generator has workers. Prints one line of JSON. */
const workers = Number(process.argv[2] ?? 1);
const mock = await startMockAnaf();
const redirectUri = defaultClient.redirectUris[0] ?? '';
const refreshTokens = await Promise.all(Array.from({ length: workers }, newRefreshToken));
const { clientId, clientSecret } = defaultClient;
console.log(
  JSON.stringify({ tokenUrl: `${mock.urls.picker}/anaf-oauth2/v1/token`, clientId, clientSecret, refreshTokens }),
);
process.once('SIGINT', () => void mock.stop());

async function newRefreshToken(): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: defaultClient.clientId,
    redirect_uri: redirectUri,
    token_content_type: 'jwt',
  });
  const url = `${mock.urls.picker}/anaf-oauth2/v1/authorize?${query}`;
  const { location } = await mock.authorize({ url, persona: 'administrator' });
  const code = location && new URL(location).searchParams.get('code');
  if (!code) throw new Error(`the mock gave no code, but led to ${location}`);
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: defaultClient.clientId,
    client_secret: defaultClient.clientSecret,
    token_content_type: 'jwt',
  });
  const response = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, { method: 'POST', body });
  // A good answer of the token endpoint (RFC 6749 §5.1); anything else fails at the first refresh.
  const { refresh_token } = (await response.json()) as { refresh_token: string };
  return refresh_token;
}
