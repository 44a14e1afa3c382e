import { json } from '../http/answer.ts';
import { dispatcher, type Handler, type Route } from '../http/routes.ts';
import type { MockParts } from '../parts.ts';
import type { Environment } from '../state/mock-state.ts';
import { download } from './download.ts';
import { type Endpoint, forbidden, guarded } from './endpoint.ts';
import { hello } from './hello.ts';
import { messageList } from './message-list.ts';
import { messagePages } from './message-pages.ts';
import { upload, uploadToPerson } from './upload.ts';
import { uploadStatus } from './upload-status.ts';

const endpoints: readonly Endpoint[] = [upload, uploadToPerson, uploadStatus, messageList, messagePages, download];
const environments: readonly Environment[] = ['test', 'prod'];

/** Every path of the API door. */
export function apiHandler(parts: MockParts): Handler {
  return dispatcher({
    routes: [
      ...environments.flatMap((environment) => endpoints.map((endpoint) => routeOf(parts, endpoint, environment))),
      { method: 'GET', path: '/TestOauth/jaxrs/hello', handle: (request) => hello(parts, request) },
      ...['validare', 'transformare'].map((name) => productionOnly(parts, name)),
    ],
    // observed: a wrong path is answered by 403, not 404
    fallback: ({ method, path }) => forbidden(`no route for ${method} ${path.slice(0, 100)}`),
  });
}

function routeOf(parts: MockParts, endpoint: Endpoint, environment: Environment): Route {
  const path = `/${environment}/FCTEL/rest/${endpoint.name}`;
  return { method: endpoint.method, path, handle: guarded(parts, endpoint, environment) };
}

// observed 2026-07-02: under /test these two do not exist; the form of the body is documented
function productionOnly({ clock }: MockParts, name: string): Route {
  return {
    method: 'POST',
    path: `/test/FCTEL/rest/${name}/{standard}`,
    handle: ({ path }) => {
      const timestamp = new Date(clock.now() * 1000).toISOString().replace('Z', '+00:00');
      const body = { timestamp, status: 404, error: 'Not Found', path: path.replace('/test', '') };
      return json(404, body, `${name} exists only under /prod`);
    },
  };
}
