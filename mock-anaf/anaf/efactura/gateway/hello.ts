import { type HttpAnswer, text } from '../../../wire/http/answer.ts';
import type { ApiCall, ApiMethod } from './api-method.ts';
import { type Caller, serialWithoutColons } from './caller.ts';

/**
 * `GET /TestOauth/jaxrs/hello?name=…` only shows that a token works; it does not concern any company. Documented, with this layout.
 * Assumed: every valid token is accepted, even without the service E-Factura.
 */
export const hello: ApiMethod<Caller> = {
  method: 'GET',
  endpoint: 'hello',
  isAboutCompany: false,
  needsEfactura: false,
  handle: greet,
};

function greet({ request, caller }: ApiCall<Caller>): HttpAnswer {
  const { grant } = caller;
  const shown: Record<string, string> = {
    Accept: request.headers.accept ?? '',
    Authorization: request.headers.authorization ?? '',
    Host: request.headers.host ?? '',
    issuer: grant.issuer,
    serial_certificate: serialWithoutColons(caller),
    'session-id': grant.id,
    'session-key': grant.id,
    'User-Agent': request.headers['user-agent'] ?? '',
  };
  const lines = Object.entries(shown).map(([key, value]) => `key=${key} \nval=[${value}] `);
  const body = `Hello, "${request.query.get('name') ?? ''}" \nheaders=${lines.join('\n')}`;
  return text(200, body, 'the token works');
}
