import type { Environment } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import type { Answer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { dispatcher, type Handler, type Route } from '../../../wire/http/routes.ts';
import { documentRoutes, type Gate, signatureRoute } from '../documents/document-routes.ts';
import { download } from '../messages/download.ts';
import { messageList } from '../messages/message-list.ts';
import { messagePages } from '../messages/message-pages.ts';
import { upload, uploadToPerson } from '../upload/upload.ts';
import { uploadStatus } from '../upload/upload-status.ts';
import { identifyCaller } from './caller.ts';
import { type Endpoint, forbidden, guarded, unauthorized } from './endpoint.ts';
import { hello } from './hello.ts';

export const endpoints: readonly Endpoint[] = [
  upload,
  uploadToPerson,
  uploadStatus,
  messageList,
  messagePages,
  download,
];
export const environments: readonly Environment[] = ['test', 'prod'];

/** Every path of `api.anaf.ro`, which asks for a token. */
export function apiHandler(parts: MockParts): Handler {
  const gate: Gate = { identify: (request) => identifyCaller(parts, request), refuse: unauthorized };
  return dispatcher({
    routes: [
      ...environments.flatMap((environment) => endpoints.map((endpoint) => routeOf(parts, endpoint, environment))),
      { method: 'GET', path: '/TestOauth/jaxrs/hello', handle: (request) => hello(parts, request) },
      signatureRoute(parts, gate),
      ...documentRoutes(parts, gate),
    ],
    fallback: noRoute,
  });
}

/** Every path of `webservicesp.anaf.ro`, which asks for nothing. */
export function publicApiHandler(parts: MockParts): Handler {
  return dispatcher({
    routes: [signatureRoute(parts, undefined), ...documentRoutes(parts, undefined)],
    fallback: noRoute,
  });
}

function routeOf(parts: MockParts, endpoint: Endpoint, environment: Environment): Route {
  const path = `/${environment}/FCTEL/rest/${endpoint.name}`;
  return { method: endpoint.method, path, handle: guarded(parts, endpoint, environment) };
}

// observed at api.anaf.ro: a wrong path is answered by 403, not 404
export function noRoute({ method, path }: MockRequest, expected: readonly string[]): Answer {
  return { ...forbidden(`no route for ${method} ${path}`), expected };
}
