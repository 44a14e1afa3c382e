import { isDeepStrictEqual } from 'node:util';
import type { Schema } from '../../../engine/schema/schema.ts';
import { type AdminErrorCode, adminErrorStatuses } from '../admin-error.ts';
import type { AdminRoute } from '../admin-route.ts';
import { failure } from './answer-schemas.ts';
import type { Operation, Parameter } from './operation.ts';

/**
 * Version of the admin port, under semver: a new operation, field or error code is a minor one; what would break a program that
 * is written by the description is a major one.
 */
const version = '1.0.0';

const description =
  'The control side of mock-anaf: clock, scenarios, journal, people, applications, instances. Answers may gain fields within a ' +
  'major version. Errors are `{ code, message }`; `code` is stable, `message` is for people.';

/** Describes the admin port in OpenAPI 3.1, from the very routes that answer it. */
export function openApiOf(routes: readonly AdminRoute[]): object {
  const components: Record<string, unknown> = {};
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { operation } of routes) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation, components),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'mock-anaf admin port', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    // A token is asked for only where the mock was started with one.
    security: [{}, { adminToken: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { adminToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function describe(operation: Operation, components: Record<string, unknown>): object {
  const { id, tag, summary, parameters = [], body, answer, isOpen } = operation;
  const content =
    'schema' in answer
      ? { 'application/json': { schema: named(answer.schema, components), example: answer.example } }
      : { [answer.mediaType]: {} };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(isOpen && { security: [] }),
    ...(parameters.length > 0 && { parameters: parameters.map(describeParameter) }),
    ...(body && { requestBody: describeBody(body, components) }),
    responses: { 200: { description: 'Done.', content }, ...failuresOf(operation) },
  };
}

function describeParameter({ name, in: place, description, schema, example }: Parameter): object {
  const isMap = 'type' in schema && schema.type === 'object';
  return {
    name,
    in: place,
    description,
    ...(place === 'path' && { required: true }),
    ...(isMap && { style: 'form', explode: true }),
    schema,
    ...(example !== undefined && { example }),
  };
}

function describeBody(
  { schema, examples }: NonNullable<Operation['body']>,
  components: Record<string, unknown>,
): object {
  const cases = Object.entries(examples).map(([name, value]) => [name.replaceAll(' ', '-'), { summary: name, value }]);
  return {
    required: true,
    content: { 'application/json': { schema: named(schema, components), examples: Object.fromEntries(cases) } },
  };
}

/** The refusals of an operation, by status, with the codes that come with each. */
function failuresOf({ body, errors = [], isOpen }: Operation): object {
  const codes: readonly AdminErrorCode[] = [
    ...(isOpen ? [] : (['unauthorized'] as const)),
    'foreign-origin',
    ...(isOpen ? [] : (['bad-query'] as const)),
    ...(body ? (['bad-body', 'body-too-long'] as const) : []),
    ...errors,
  ];
  const byStatus = Map.groupBy(codes, (code) => adminErrorStatuses[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.join(', '),
        content: { 'application/json': { schema: failure(some), example: { code: some[0], message: '…' } } },
      },
    ]),
  );
}

/** Puts every schema that has a title among the components, and a reference in its place. */
function named(schema: Schema, components: Record<string, unknown>): unknown {
  const inside = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, isNested(key) ? nestedIn(key, value, components) : value]),
  );
  if (schema.title === undefined) return inside;
  const known = components[schema.title];
  if (known && !isDeepStrictEqual(known, inside)) throw new Error(`two schemas have the title "${schema.title}"`);
  components[schema.title] = inside;
  return { $ref: `#/components/schemas/${schema.title}` };
}

function isNested(key: string): boolean {
  return ['items', 'additionalProperties', 'anyOf', 'properties'].includes(key);
}

function nestedIn(key: string, value: unknown, components: Record<string, unknown>): unknown {
  if (value === false) return false;
  // By its key in `Schema` it is a list of schemas, a record of schemas, or a schema.
  if (key === 'anyOf') return (value as readonly Schema[]).map((one) => named(one, components));
  if (key !== 'properties') return named(value as Schema, components);
  const properties = Object.entries(value as Readonly<Record<string, Schema>>);
  return Object.fromEntries(properties.map(([name, one]) => [name, named(one, components)]));
}
