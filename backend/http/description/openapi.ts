import { application, attempt, authorization, diagnosis, evidence, failure } from 'spv-authorize/contract';
import { type AnyProblemCode, anyProblemDetails, statusOf } from '../middleware/problem.ts';
import type { Face } from './faces.ts';
import { companyState } from './host-schemas.ts';
import { JsonSchemas } from './json-schemas.ts';
import type { Answer, Content, Operation, Parameter } from './operation.ts';

/**
 * Version of the contract over HTTP, following semver: a new operation, field or code is a minor change; a change that
 * can break a client is a major one.
 */
const version = '1.0.0';

const description =
  'Authorizes companies at ANAF for e-Factura and keeps their tokens. `widget`: for the element, with a session. `host`: for ' +
  "your own server, with a host key. Instants are epoch seconds. Every answer may gain fields, and lists may gain values. A problem's " +
  '`code` is stable; its texts are for people.';

/** Names of the schemas that several operations use. */
const components = {
  Application: application,
  Attempt: attempt,
  Authorization: authorization,
  CompanyState: companyState,
  Diagnosis: diagnosis,
  Evidence: evidence,
  Failure: failure,
  Problem: anyProblemDetails,
};

/** Builds the OpenAPI 3.1 document of the backend. `publicUrl` is where its paths begin. */
export function openApiOf(faces: readonly Face[], publicUrl: string): object {
  const schemas = new JsonSchemas(components);
  const paths: Record<string, Record<string, object>> = {};
  for (const face of faces) {
    for (const [id, operation] of Object.entries(face.operations)) {
      paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(id, operation, face, schemas) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'spv-authorize backend', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    tags: faces.map((face) => ({ name: face.name, description: face.description })),
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'From `POST /host/v1/sessions`; lasts 15 minutes.' },
        hostKey: { type: 'http', scheme: 'bearer', description: 'A key of the setting `HOST_KEYS`.' },
      },
    },
  };
}

function describe(id: string, operation: Operation, face: Face, schemas: JsonSchemas): object {
  const { summary, body, answers, pathParameters = {}, queryParameters = {} } = operation;
  const parameters = [
    ...Object.entries(pathParameters).map((entry) => describeParameter('path', entry, schemas)),
    ...Object.entries(queryParameters).map((entry) => describeParameter('query', entry, schemas)),
  ];
  return {
    operationId: id,
    tags: [face.name],
    summary,
    ...(operation.description && { description: operation.description }),
    security: face.security ? [{ [face.security]: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: describeContent(body, schemas) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, describeAnswer(answer, schemas)]),
      ),
      ...describeProblems(operation, face, schemas),
    },
  };
}

function describeParameter(
  place: 'path' | 'query',
  [name, parameter]: [string, Parameter],
  schemas: JsonSchemas,
): object {
  const { schema, description, example } = parameter;
  const isRequired = place === 'path' || schema.type !== 'optional';
  return { name, in: place, description, required: isRequired, schema: schemas.of(schema), example };
}

function describeAnswer({ description, content, headers = {} }: Answer, schemas: JsonSchemas): object {
  const described = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ]);
  return {
    description,
    ...(described.length > 0 && { headers: Object.fromEntries(described) }),
    ...(content && { content: describeContent(content, schemas) }),
  };
}

function describeContent(content: Content, schemas: JsonSchemas): object {
  return 'schema' in content
    ? { 'application/json': { schema: schemas.of(content.schema) } }
    : { [content.mediaType]: {} };
}

/** The problem answers of an operation by status. Their descriptions name the codes. */
function describeProblems(
  { body, pathParameters, queryParameters, problems = [] }: Operation,
  face: Face,
  schemas: JsonSchemas,
): object {
  // Pages and health checks answer a bad request in their own way.
  const answersProblems = face.problems.length > 0;
  const codes: readonly AnyProblemCode[] = [
    ...face.problems,
    ...(answersProblems && (body || pathParameters || queryParameters) ? (['malformed-request'] as const) : []),
    ...(answersProblems && body ? (['payload-too-large'] as const) : []),
    ...problems,
  ];
  const schema = schemas.of(anyProblemDetails);
  const byStatus = Map.groupBy(new Set(codes), statusOf);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );
}
