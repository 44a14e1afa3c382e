import type { HandlersOf } from '../operation/operation.ts';
import type { AdminRoute } from '../operation/operation-routes.ts';
import type { descriptionOperations } from './description-operations.ts';

/** Handlers for the health check and the OpenAPI document. @param routes all routes of the admin port */
export function descriptionHandlers(
  urls: () => Readonly<Record<string, string>>,
  routes: () => readonly AdminRoute[],
): HandlersOf<typeof descriptionOperations> {
  return {
    readHealth: () => ({ status: 'ok', urls: urls() }),
    readOpenApi: async () => {
      // Imported only when needed, because most mocks are started by tests that never read the description.
      const { openApiOf } = await import('./openapi.ts');
      return openApiOf(routes());
    },
  };
}
