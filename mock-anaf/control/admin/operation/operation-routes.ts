import { type Answer, json } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Route } from '../../../wire/http/routes.ts';
import type { HandlersOf, Operation, Operations } from './operation.ts';
import { refuseUnknownParameters } from './query-guard.ts';
import { readBody } from './read-body.ts';

/** A route together with the operation that describes it. */
export interface AdminRoute extends Route, Operation {
  /** `operationId`. */
  readonly id: string;
}

type MethodAndPath = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** Makes routes from operations, handlers and paths. A request reaches its handler only if its query and body match the operation. */
export function routesOf<const Of extends Operations>(
  operations: Of,
  handlers: HandlersOf<Of>,
  paths: { readonly [Id in keyof Of]: MethodAndPath },
): readonly AdminRoute[] {
  return Object.entries(operations).map(([id, operation]) => {
    const [method = '', path = ''] = paths[id]?.split(' ') ?? [];
    // The cast is safe: `routeOf` calls a handler only with a request that was checked against the operation of the same name.
    return routeOf({ ...operation, id, method, path }, handlers[id] as CheckedHandler);
  });
}

/** A handler of any operation. */
type CheckedHandler = (given: {
  readonly request: MockRequest;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: unknown;
}) => object | Promise<object>;

function routeOf(described: Omit<AdminRoute, 'handle'>, handle: CheckedHandler): AdminRoute {
  const { id, body, answer, isOpen } = described;
  return {
    ...described,
    handle: async (request, parameters) => {
      if (!isOpen) refuseUnknownParameters(described, request.query);
      const result = await handle({ request, parameters, body: body && readBody(request, body.schema) });
      // The cast follows `HandlersOf`: a handler whose answer is not JSON returns the complete answer.
      return 'schema' in answer ? json(200, result, id) : (result as Answer);
    },
  };
}
