import type { OutputOf, Schema } from '../../../engine/schema/schema.ts';
import type { Answer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { AdminErrorCode } from './admin-error.ts';

/** A path or query parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

/**
 * One operation of the admin port. Both its route and its OpenAPI description are made from it. Its key in a table of operations is the
 * `operationId`; its method and path are in `admin-routes.ts`.
 */
export interface Operation {
  readonly tag: 'health' | 'time' | 'scenarios' | 'journal' | 'people' | 'applications' | 'settings' | 'instances';
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly schema: Schema; readonly examples: Readonly<Record<string, unknown>> };
  /** JSON with its schema and an example, or another media type. */
  readonly answer: { readonly schema: Schema; readonly example: unknown } | { readonly mediaType: string };
  /** Error codes in addition to those that every request, or every request with a body, can get. */
  readonly errors?: readonly AdminErrorCode[];
  /** For health checks: answers without the admin token, and ignores unknown parameters. */
  readonly isOpen?: true;
}

/** A table of operations, by `operationId`. */
export type Operations = Readonly<Record<string, Operation>>;

/** The argument of a handler: a request that was checked against the operation. */
interface Given<Of extends Operation> {
  readonly request: MockRequest;
  readonly parameters: PathParameters<Of>;
  readonly body: BodyOf<Of>;
}

/**
 * A handler for each operation of a table. It returns the JSON body, or the complete answer if the operation has another media type. It
 * may throw `AdminError` and `ControlError`.
 */
export type HandlersOf<Of extends Operations> = {
  readonly [Id in keyof Of]: (given: Given<Of[Id]>) => ResultOf<Of[Id]> | Promise<ResultOf<Of[Id]>>;
};

type BodyOf<Of extends Operation> = Of extends { readonly body: { readonly schema: infer Read extends Schema } }
  ? OutputOf<Read>
  : undefined;

type ResultOf<Of extends Operation> = Of['answer'] extends { readonly schema: infer Written extends Schema }
  ? OutputOf<Written>
  : Answer;

type PathParameters<Of extends Operation> = Of extends { readonly parameters: readonly (infer One)[] }
  ? { readonly [Name in Extract<One, { readonly in: 'path'; readonly name: string }>['name']]: string }
  : object;
