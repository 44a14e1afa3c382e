import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiOf } from 'mock-anaf/internal/control/admin/description/openapi.ts';
import { type Description, DescriptionCheck, operations, routes } from '../../support/openapi.ts';

// It is plain data, as the admin port sends it.
const description = JSON.parse(JSON.stringify(openApiOf(routes))) as Description;
const check = new DescriptionCheck(description);

describe('the description of the admin port', () => {
  it('is OpenAPI 3.1 and has a version of its own', async () => {
    const { valid, errors } = await new Validator().validate({ ...description });

    assert.ok(valid, JSON.stringify(errors));
    assert.match(description.openapi, /^3\.1\./);
    assert.match(description.info.version, /^\d+\.\d+\.\d+$/);
  });

  it('has every route, and nothing that is no route', () => {
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );

    assert.ok(routes.length > 25);
    assert.deepEqual(described.sort(), routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('has one identifier for each operation', () => {
    assert.equal(new Set(operations.map(({ id }) => id)).size, operations.length);
  });

  for (const operation of operations) {
    it(`describes the parameters of ${operation.path} (${operation.id}) with examples that fit`, () => {
      const { parameters = [] } = check.operation(operation);
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);

      assert.deepEqual(
        inPath,
        [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      for (const { name, schema, example } of parameters) check.fits(schema, example, name);
    });

    it(`has examples for ${operation.id} that fit its own schemas`, () => {
      const { requestBody, responses } = check.operation(operation);
      const { schema, examples = {} } = requestBody?.content['application/json'] ?? {};

      if (requestBody) assert.ok(Object.keys(examples).length > 0);
      for (const [name, { value }] of Object.entries(examples)) check.fits(schema, value, name);
      for (const [status, { content }] of Object.entries(responses)) {
        const media = content['application/json'];
        if (media) check.fits(media.schema, media.example, status);
      }
    });
  }
});
