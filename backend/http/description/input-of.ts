import type { Request } from 'express';
import * as v from 'valibot';
import { parseInput } from '../../companies/input.ts';
import type { Operation, Parameter } from './operation.ts';

type Values<Parameters> = {
  readonly [Name in keyof Parameters]: Parameters[Name] extends Parameter
    ? v.InferOutput<Parameters[Name]['schema']>
    : never;
};

/** The input of an operation, as its schemas describe it. */
export interface Input<Of extends Operation> {
  readonly path: Of extends { readonly pathParameters: infer Parameters } ? Values<Parameters> : object;
  readonly query: Of extends { readonly queryParameters: infer Parameters } ? Values<Parameters> : object;
  readonly body: Of extends { readonly body: { readonly schema: infer Schema extends v.GenericSchema } }
    ? v.InferOutput<Schema>
    : unknown;
}

/**
 * Checks path, query and body of a request against its operation. Throws `InvalidInputError`, also for a parameter or
 * a field that the operation does not have: ignoring a misspelled one would do something that nobody asked for.
 */
export function inputOf<const Of extends Operation>(operation: Of, request: Request): Input<Of> {
  const { body } = operation;
  // The cast states what the schemas of the operation have checked.
  return {
    path: parametersOf(operation.pathParameters, request.params),
    query: parametersOf(operation.queryParameters, request.query),
    body: body && 'schema' in body ? parseInput(body.schema, request.body) : request.body,
  } as Input<Of>;
}

function parametersOf(parameters: Operation['pathParameters'] = {}, given: Readonly<Record<string, unknown>>): object {
  const schemas = Object.entries(parameters).map(([name, { schema }]) => [name, schema] as const);
  const values = Object.entries(given).map(([name, value]) => [name, fromText(parameters[name]?.schema, value)]);
  return parseInput(v.strictObject(Object.fromEntries(schemas)), Object.fromEntries(values));
}

/** An address contains only text. Text that is not of the type is left for the schema to refuse. */
function fromText(schema: v.GenericSchema | undefined, value: unknown): unknown {
  if (schema === undefined || typeof value !== 'string') return value;
  // The cast follows the type of `v.optional`.
  const { type } = 'wrapped' in schema ? (schema.wrapped as v.GenericSchema) : schema;
  if (type === 'number' && /^\d{1,15}$/.test(value)) return Number(value);
  if (type === 'boolean' && ['true', 'false'].includes(value)) return value === 'true';
  return value;
}
