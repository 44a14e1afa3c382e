import type { Schema } from '../../../engine/schema/schema.ts';
import type { AdminErrorCode } from '../admin-error.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** One operation of the admin port as its users see it. The route is made of it, and the OpenAPI description. */
export interface Operation {
  /** `operationId`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly tag: 'health' | 'time' | 'scenarios' | 'journal' | 'people' | 'applications' | 'settings' | 'instances';
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly schema: Schema; readonly examples: Readonly<Record<string, unknown>> };
  /** JSON of a schema, with an example; or something else, by its media type. */
  readonly answer: { readonly schema: Schema; readonly example: unknown } | { readonly mediaType: string };
  /** What can go wrong besides what can go wrong with every request, and with every body. */
  readonly errors?: readonly AdminErrorCode[];
  /** Answers also without the token that the port asks for, and whatever parameters come with it. */
  readonly isOpen?: true;
}
