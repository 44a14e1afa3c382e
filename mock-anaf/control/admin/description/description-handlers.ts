import type { HandlersOf } from '../operation/operation.ts';
import type { AdminRoute } from '../operation/operation-routes.ts';
import type { descriptionOperations } from './description-operations.ts';

/** What the mock says about itself. @param routes every route of the admin port */
export function descriptionHandlers(
  urls: () => Readonly<Record<string, string>>,
  routes: () => readonly AdminRoute[],
): HandlersOf<typeof descriptionOperations> {
  return {
    readHealth: () => ({ status: 'ok', urls: urls() }),
    readOpenApi: async () => {
      // Imported only when somebody asks: most mocks are started by tests, which never do.
      const { openApiOf } = await import('./openapi.ts');
      return openApiOf(routes());
    },
  };
}
