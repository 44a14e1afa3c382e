import { ControlError } from '../../engine/settings/control-error.ts';
import type { HttpAnswer } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import { dispatcher, type Handler } from '../../wire/http/routes.ts';
import { type AdminActions, type AdminParts, adminRoutes, consoleRoutes } from './admin-routes.ts';
import { AdminError, adminErrorAnswer } from './operation/admin-error.ts';
import { refuseForeignOrigin, refuseUnauthorized } from './operation/admin-guard.ts';

/**
 * Serves the admin port, which controls the mock and has no counterpart at ANAF.
 * @param adminToken required by every operation that is not open; `undefined`: no token is required
 */
export function adminHandler(parts: AdminParts, actions: AdminActions, adminToken: string | undefined): Handler {
  const routes = adminRoutes(parts, actions);
  const dispatch = dispatcher({ routes, fallback });
  const open = new Set(routes.filter(({ isOpen }) => isOpen).map(({ path }) => path));
  const operations: Handler = (request) => {
    if (!open.has(request.path)) refuseUnauthorized(request, adminToken);
    return dispatch(request);
  };
  // The files of the console contain no data, so they need no token. Its script calls the operations like any other client.
  const pages = dispatcher({ routes: consoleRoutes, fallback: operations });
  return async (request) => {
    try {
      refuseForeignOrigin(request, adminToken);
      return await pages(request);
    } catch (error) {
      if (error instanceof AdminError) return adminErrorAnswer(error);
      if (error instanceof ControlError) return adminErrorAnswer(new AdminError('bad-value', error.message));
      throw error;
    }
  };
}

function fallback({ method, path }: MockRequest, expected: readonly string[]): HttpAnswer {
  const similar = expected.length > 0 ? `; similar operations: ${expected.join(', ')}` : '';
  const message = `there is no ${method} ${path.slice(0, 100)}${similar}; /openapi.json lists all operations`;
  throw new AdminError('no-route', message);
}
