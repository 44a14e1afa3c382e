import { once } from 'node:events';
import { request } from 'node:https';
import type { MockAnaf } from 'mock-anaf';
import { accessTokenOf } from './login.ts';

interface ApiAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export interface ApiClient {
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: string | Uint8Array): Promise<ApiAnswer>;
  bytes(path: string): Promise<Uint8Array>;
}

/** Posts to the host that requires no token. */
export async function postPublicly(mock: MockAnaf, path: string, body: string | FormData): Promise<ApiAnswer> {
  const form = new Response(body);
  const sent = request(mock.urls.apiPublic + path, {
    method: 'POST',
    ca: mock.caPem,
    agent: false,
    headers: { 'content-type': form.headers.get('content-type') ?? '' },
  }).end(Buffer.from(await form.arrayBuffer()));
  const [response] = await once(sent, 'response');
  return {
    status: response.statusCode,
    type: response.headers['content-type'] ?? '',
    text: await new Response(response).text(),
  };
}

/** A client with a person's access token. Paths are relative to `FCTEL/rest`, unless they begin with a slash. */
export async function apiOf(
  mock: MockAnaf,
  persona: string,
  environment: 'test' | 'prod' = 'test',
): Promise<ApiClient> {
  return apiWithToken(mock, await accessTokenOf(mock, persona), environment);
}

export function apiWithToken(mock: MockAnaf, token: string, environment: 'test' | 'prod' = 'test'): ApiClient {
  const call = (path: string, init: RequestInit = {}) => {
    const address = path.startsWith('/') ? path : `/${environment}/FCTEL/rest/${path}`;
    return fetch(mock.urls.apiPlain + address, { ...init, headers: { authorization: `Bearer ${token}` } });
  };
  const answer = async (response: Response) => ({
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  });
  return {
    get: async (path) => answer(await call(path)),
    post: async (path, body) => answer(await call(path, { method: 'POST', body: Buffer.from(body) })),
    bytes: async (path) => new Uint8Array(await (await call(path)).arrayBuffer()),
  };
}
