import type { GenericSchema } from 'valibot';
import type { AnyProblemCode } from '../middleware/problem.ts';

/** A parameter of the path or the query. Numbers and booleans are written as text in an address. */
export interface Parameter {
  readonly schema: GenericSchema;
  readonly description: string;
  readonly example: string | number | boolean;
}

/** The media type of HTML forms. */
export const formMediaType = 'application/x-www-form-urlencoded';

/** The body of a request or of an answer: JSON with its schema, or another media type. */
export type Content = { readonly schema: GenericSchema } | { readonly mediaType: string };

/** An answer of an operation. Without `content` it has no body. */
export interface Answer {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One operation of the backend. Its route, the check of its input and its part of `/openapi.json` are made from it. Its
 * key in a table of operations is the `operationId`.
 */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it, for example `/v1/attempts/{id}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description?: string;
  readonly pathParameters?: Readonly<Record<string, Parameter>>;
  readonly queryParameters?: Readonly<Record<string, Parameter>>;
  readonly body?: Content;
  /** By HTTP status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Problem codes in addition to those that every operation of its face may answer. */
  readonly problems?: readonly AnyProblemCode[];
}

/** Operations by their `operationId`. */
export type Operations = Readonly<Record<string, Operation>>;
