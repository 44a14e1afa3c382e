import type { OutputOf, Schema } from '../../../engine/schema/schema.ts';
import type { Answer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { AdminErrorCode } from './admin-error.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

/**
 * One operation of the admin port as its users see it. Its key in the table of a subject is the `operationId`; its method and path
 * are in `admin-routes.ts`. The route and the OpenAPI description are both made from it.
 */
export interface Operation {
  readonly tag: 'health' | 'time' | 'scenarios' | 'journal' | 'people' | 'applications' | 'settings' | 'instances';
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly schema: Schema; readonly examples: Readonly<Record<string, unknown>> };
  /** JSON that fits a schema, with an example; or another media type. */
  readonly answer: { readonly schema: Schema; readonly example: unknown } | { readonly mediaType: string };
  /** Error codes besides those that every request, and every request with a body, may get. */
  readonly errors?: readonly AdminErrorCode[];
  /** Answers without the admin token, and ignores unknown parameters: for health checks. */
  readonly isOpen?: true;
}

/** The operations of a subject by their `operationId`. */
export type Operations = Readonly<Record<string, Operation>>;

/** What a handler gets: a request that was checked against the operation. */
interface Given<Of extends Operation> {
  readonly request: MockRequest;
  readonly parameters: PathParameters<Of>;
  readonly body: BodyOf<Of>;
}

/**
 * A handler for each operation of a subject. It returns the JSON body; an operation with another media type returns the whole
 * answer. It throws `AdminError`, or lets a `ControlError` pass.
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
