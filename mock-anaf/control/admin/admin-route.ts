import type { Described } from '../../engine/schema/described.ts';
import { problemsOf } from '../../engine/schema/problems.ts';
import type { Schema } from '../../engine/schema/schema.ts';
import type { Answer } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import type { Route } from '../../wire/http/routes.ts';
import { AdminError } from './admin-error.ts';
import { bodyOf } from './body.ts';
import type { Operation } from './description/operation.ts';
import { refuseUnknownParameters } from './query-guard.ts';

/** A route with what its users are told of it. */
export interface AdminRoute extends Route {
  readonly operation: Operation;
}

interface Given<Body> {
  readonly request: MockRequest;
  /** Of the path. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Read by the schema of the operation; `undefined` where it has none. */
  readonly body: Body;
}

type BodyOf<Of> = Of extends { readonly body: { readonly schema: infer Read } } ? Described<Read> : undefined;

/** Makes the route of a described operation: its body reaches `answer` only if it fits the described schema. */
export function route<const Of extends Operation>(
  operation: Of,
  answer: (given: Given<BodyOf<Of>>) => Answer | Promise<Answer>,
): AdminRoute {
  const { method, path, body } = operation;
  return {
    method,
    path,
    operation,
    handle: (request, parameters) => {
      if (!operation.isOpen) refuseUnknownParameters(operation, request.query);
      // What `readBody` lets through fits the schema of which the type is made.
      const read = (body && readBody(request, body.schema)) as BodyOf<Of>;
      return answer({ request, parameters, body: read });
    },
  };
}

function readBody(request: MockRequest, schema: Schema): unknown {
  const body = bodyOf(request);
  const problems = problemsOf(schema, body);
  if (problems.length > 0) throw new AdminError(400, 'bad-body', problems.join('; '));
  return body;
}
