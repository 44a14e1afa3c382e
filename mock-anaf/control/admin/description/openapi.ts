import * as v from 'valibot';
import { type AdminErrorCode, adminErrorStatuses } from '../operation/admin-error.ts';
import type { Operation, Parameter } from '../operation/operation.ts';
import type { AdminRoute } from '../operation/operation-routes.ts';
import type { OpenApiDocument } from './description-schemas.ts';
import { JsonSchemas } from './json-schemas.ts';

/**
 * Version of the admin port, following semver: a new operation, field or error code is a minor change; a change that can break a
 * client is a major one.
 */
const version = '1.0.0';

const description =
  'Controls mock-anaf: clock, scenarios, journal, people, applications, instances. Answers may gain fields within a major ' +
  'version. Errors are `{ code, message }`; `code` is stable, `message` is for humans.';

/** Builds the OpenAPI 3.1 document of the admin port from its routes. */
export function openApiOf(routes: readonly AdminRoute[]): OpenApiDocument {
  const schemas = new JsonSchemas();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describe(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'mock-anaf admin port', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    // A token is required only if the mock was started with one.
    security: [{}, { adminToken: [] }],
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: { adminToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function describe(route: AdminRoute, schemas: JsonSchemas): object {
  const { id, tag, summary, parameters = [], body, answer, isOpen } = route;
  const content =
    'schema' in answer
      ? { 'application/json': { schema: schemas.of(answer.schema), example: answer.example } }
      : { [answer.mediaType]: {} };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(isOpen && { security: [] }),
    ...(parameters.length > 0 && { parameters: parameters.map((one) => describeParameter(one, schemas)) }),
    ...(body && { requestBody: describeBody(body, schemas) }),
    responses: { 200: { description: 'Done.', content }, ...failuresOf(route, schemas) },
  };
}

function describeParameter({ name, in: place, description, schema, example }: Parameter, schemas: JsonSchemas): object {
  const converted = schemas.of(schema);
  return {
    name,
    in: place,
    description,
    ...(place === 'path' && { required: true }),
    // Each field of the object is a separate parameter.
    ...(converted.type === 'object' && { style: 'form', explode: true }),
    schema: converted,
    ...(example !== undefined && { example }),
  };
}

function describeBody({ schema, examples }: NonNullable<Operation['body']>, schemas: JsonSchemas): object {
  const cases = Object.entries(examples).map(([name, value]) => [name.replaceAll(' ', '-'), { summary: name, value }]);
  return {
    required: true,
    content: { 'application/json': { schema: schemas.of(schema), examples: Object.fromEntries(cases) } },
  };
}

/** The error responses of an operation, by status, with the error codes of each. */
function failuresOf({ body, errors = [], isOpen }: Operation, schemas: JsonSchemas): object {
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
        content: {
          'application/json': { schema: schemas.of(failure(some)), example: { code: some[0], message: '…' } },
        },
      },
    ]),
  );
}

function failure(codes: readonly AdminErrorCode[]) {
  return v.object({ code: v.picklist(codes), message: v.string() });
}
