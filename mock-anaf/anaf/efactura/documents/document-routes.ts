import type { Route } from '../../../wire/http/routes.ts';
import { type Gateway, guardedRoute } from '../gateway/answer-call.ts';
import type { ApiMethod } from '../gateway/api-method.ts';
import type { Caller } from '../gateway/caller.ts';
import { checkSignature, type SignatureParts } from './signature-check.ts';
import { methodNotFound, transform, type ValidationParts, validate, validationRefusal } from './validation.ts';

/** What the methods of this file use. */
export interface DocumentParts extends SignatureParts, ValidationParts {}

type DocumentMethod = Pick<ApiMethod<Caller | undefined>, 'endpoint' | 'handle' | 'refuse'>;

const production = '/prod/FCTEL/rest';

/** The route of `POST /api/validate/signature`. */
export function signatureRoute<Known extends Caller | undefined>(gateway: Gateway<Known>, parts: DocumentParts): Route {
  return documentRoute(gateway, '/api/validate/signature', {
    endpoint: 'signature',
    handle: ({ request }) => checkSignature(parts, request),
  });
}

/** The routes of `validare` and `transformare`, which check or convert a document without storing it. They concern no company. */
export function documentRoutes<Known extends Caller | undefined>(
  gateway: Gateway<Known>,
  parts: DocumentParts,
): readonly Route[] {
  const refuse: DocumentMethod['refuse'] = (message) => validationRefusal(parts, [message]);
  const post = (path: string, endpoint: 'validare' | 'transformare', handle: DocumentMethod['handle']) =>
    documentRoute(gateway, path, { endpoint, handle, refuse });
  return [
    post(`${production}/validare/{standard}`, 'validare', (call) => validate(parts, call)),
    post(`${production}/transformare/{standard}`, 'transformare', (call) => transform(parts, call, 'checked')),
    post(`${production}/transformare/{standard}/DA`, 'transformare', (call) => transform(parts, call, 'unchecked')),
    ...(['validare', 'transformare'] as const).flatMap((name) => [
      post(`${production}/${name}/`, name, ({ request }) =>
        methodNotFound(parts, request, `${name} needs a standard in its path`),
      ),
      ...['{standard}', '{standard}/DA'].flatMap((rest) => {
        const inTest = post(`/test/FCTEL/rest/${name}/${rest}`, name, ({ request }) =>
          methodNotFound(parts, request, `${name} exists only under /prod`),
        );
        return [inTest, { ...inTest, method: 'GET' }];
      }),
    ]),
  ];
}

function documentRoute<Known extends Caller | undefined>(
  gateway: Gateway<Known>,
  path: string,
  method: DocumentMethod,
): Route {
  return guardedRoute(gateway, path, { ...method, method: 'POST', isAboutCompany: false, needsEfactura: true });
}
