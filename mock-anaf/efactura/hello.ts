import { type Answer, text } from '../http/answer.ts';
import type { MockRequest } from '../http/mock-request.ts';
import type { MockParts } from '../parts.ts';
import { identifyCaller } from './caller.ts';
import { serialWithoutColons } from './certificate-serial.ts';
import { unauthorized } from './endpoint.ts';

/**
 * `GET /TestOauth/jaxrs/hello?name=…`: says that a token is alive, nothing about any company. Documented with this layout;
 * assumed: every valid token will do, with or without e-Factura.
 */
export function hello(parts: MockParts, request: MockRequest): Answer {
  const identified = identifyCaller(parts, request);
  if ('refusal' in identified) return unauthorized(identified.refusal);
  const { grant } = identified.caller;
  const shown: Record<string, string> = {
    Accept: request.headers.accept ?? '',
    Authorization: request.headers.authorization ?? '',
    Host: request.headers.host ?? '',
    issuer: grant.issuer,
    serial_certificate: serialWithoutColons(grant),
    'session-id': grant.id,
    'session-key': grant.id,
    'User-Agent': request.headers['user-agent'] ?? '',
  };
  const lines = Object.entries(shown).map(([key, value]) => `key=${key} \nval=[${value}] `);
  const body = `Hello, "${request.query.get('name') ?? ''}" \nheaders=${lines.join('\n')}`;
  return text(200, body, 'the token is good', {
    about: { persona: grant.persona, ...(grant.clientId !== undefined && { clientId: grant.clientId }) },
  });
}
