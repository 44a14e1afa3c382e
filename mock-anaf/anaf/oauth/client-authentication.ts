import type { Client } from '../../engine/state/mock-state.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import { isSameSecret } from '../../wire/http/same-secret.ts';

/**
 * Authenticates the client of a token request, by HTTP Basic (documented) or by `client_id` and `client_secret` in the body (observed).
 * @returns `undefined` if the client is unknown or the secret is wrong
 */
export function authenticateClient(
  clients: readonly Client[],
  request: MockRequest,
  form: URLSearchParams,
): Client | undefined {
  const given = basicCredentials(request.headers.authorization) ?? {
    clientId: form.get('client_id') ?? '',
    clientSecret: form.get('client_secret') ?? '',
  };
  const client = clients.find(({ clientId }) => clientId === given.clientId);
  return client && isSameSecret(client.clientSecret, given.clientSecret) ? client : undefined;
}

function basicCredentials(header: string | undefined): { clientId: string; clientSecret: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+=*)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [clientId = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { clientId: formDecoded(clientId), clientSecret: formDecoded(secret.join(':')) };
}

/** RFC 6749, 2.3.1: both parts are form-encoded before they are joined. */
function formDecoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    // Not encoded, with a literal "%": keep the value as it is.
    return value;
  }
}
