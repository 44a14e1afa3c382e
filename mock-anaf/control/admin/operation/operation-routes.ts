import { json } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Route } from '../../../wire/http/routes.ts';
import type { Given, HandlersOf, Operation, Operations } from './operation.ts';
import { refuseUnknownParameters } from './query-guard.ts';
import { readBody } from './read-body.ts';

/** A route together with the operation that describes it. */
export interface AdminRoute extends Route, Operation {
  /** `operationId`. */
  readonly id: string;
}

type MethodAndPath = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** Makes the routes of a subject. A request reaches its handler only if its query and body fit the operation. */
export function routesOf<const Of extends Operations>(
  operations: Of,
  handlers: HandlersOf<Of>,
  paths: { readonly [Id in keyof Of]: MethodAndPath },
): readonly AdminRoute[] {
  return Object.entries(operations).map(([id, operation]) => {
    const [method = '', path = ''] = paths[id]?.split(' ') ?? [];
    // `route` calls it only with what fits the operation that its type was made from.
    const handle = handlers[id] as (given: Given<Operation>) => object | Promise<object>;
    return route({ ...operation, id, method, path }, handle);
  });
}

function route(
  described: Omit<AdminRoute, 'handle'>,
  handle: (given: Given<Operation>) => object | Promise<object>,
): AdminRoute {
  const { id, answer, isOpen } = described;
  return {
    ...described,
    handle: async (request: MockRequest, parameters) => {
      if (!isOpen) refuseUnknownParameters(described, request.query);
      const body = described.body && readBody(request, described.body.schema);
      const result = await handle({ request, parameters, body: body as undefined });
      // A handler of another media type returns the answer itself.
      return 'schema' in answer ? json(200, result, id) : (result as Awaited<ReturnType<Route['handle']>>);
    },
  };
}
