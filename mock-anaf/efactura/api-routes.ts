import { type HttpAnswer, json } from '../http/answer.ts';
import type { MockRequest } from '../http/mock-request.ts';
import { dispatcher, type Handler, type Route } from '../http/routes.ts';
import type { MockParts } from '../parts.ts';
import type { Environment } from '../state/mock-state.ts';
import { download } from './download.ts';
import { type Endpoint, forbidden, guarded } from './endpoint.ts';
import { hello } from './hello.ts';
import { messageList } from './message-list.ts';
import { messagePages } from './message-pages.ts';
import { publicMethod } from './public-method.ts';
import { checkSignature } from './signature-check.ts';
import { upload, uploadToPerson } from './upload.ts';
import { uploadStatus } from './upload-status.ts';
import { nok, transform, validate } from './validation.ts';

export const endpoints: readonly Endpoint[] = [
  upload,
  uploadToPerson,
  uploadStatus,
  messageList,
  messagePages,
  download,
];
const production = '/prod/FCTEL/rest';
export const environments: readonly Environment[] = ['test', 'prod'];

/** Every path of the API door. */
export function apiHandler(parts: MockParts): Handler {
  const open = (path: string, handle: Route['handle']) =>
    post(
      `${production}/${path}`,
      publicMethod(parts, handle, (message) => nok(parts, [message])),
    );
  return dispatcher({
    routes: [
      ...environments.flatMap((environment) => endpoints.map((endpoint) => routeOf(parts, endpoint, environment))),
      { method: 'GET', path: '/TestOauth/jaxrs/hello', handle: (request) => hello(parts, request) },
      { method: 'POST', path: '/api/validate/signature', handle: (request) => checkSignature(parts, request) },
      open('validare/{standard}', (request, { standard = '' }) => validate(parts, request, standard)),
      open('transformare/{standard}', (request, { standard = '' }) => transform(parts, request, standard, true)),
      open('transformare/{standard}/DA', (request, { standard = '' }) => transform(parts, request, standard, false)),
      ...['validare', 'transformare'].flatMap((name) => [
        post(`${production}/${name}/`, (request) => notFound(parts, request, `${name} needs a standard in its path`)),
        ...['{standard}', '{standard}/DA'].map((rest) =>
          post(`/test/FCTEL/rest/${name}/${rest}`, (request) =>
            notFound(parts, request, `${name} exists only under /prod`),
          ),
        ),
      ]),
    ],
    // observed: a wrong path is answered by 403, not 404
    fallback: ({ method, path }, expected) => ({
      ...forbidden(`no route for ${method} ${path.slice(0, 100)}`),
      expected,
    }),
  });
}

function routeOf(parts: MockParts, endpoint: Endpoint, environment: Environment): Route {
  const path = `/${environment}/FCTEL/rest/${endpoint.name}`;
  return { method: endpoint.method, path, handle: guarded(parts, endpoint, environment) };
}

function post(path: string, handle: Route['handle']): Route {
  return { method: 'POST', path, handle };
}

// observed 2026-07-02: under /test these two do not exist; the form of the body is documented
function notFound({ clock }: MockParts, { path }: MockRequest, reason: string): HttpAnswer {
  const timestamp = new Date(clock.now() * 1000).toISOString().replace('Z', '+00:00');
  return json(404, { timestamp, status: 404, error: 'Not Found', path: path.replace(/^\/(test|prod)/, '') }, reason);
}
