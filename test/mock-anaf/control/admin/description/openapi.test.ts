import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiOf } from 'mock-anaf/internal/control/admin/description/openapi.ts';
import { type Description, DescriptionCheck } from '../../../../support/description-check.ts';
import { routes } from '../../../support/openapi.ts';

// Plain data, as the admin port sends it.
const description = JSON.parse(JSON.stringify(openApiOf(routes))) as Description;
const check = new DescriptionCheck(description);

describe('the description of the admin port', () => {
  it('the description is valid OpenAPI 3.1 and has its own version', async () => {
    const { valid, errors } = await new Validator().validate({ ...description });

    assert.ok(valid, JSON.stringify(errors));
    assert.match(description.openapi, /^3\.1\./);
    assert.match(description.info.version, /^\d+\.\d+\.\d+$/);
  });

  it('the description contains exactly the routes of the admin port', () => {
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );

    assert.ok(routes.length > 25);
    assert.deepEqual(described.sort(), routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('each operation has its own identifier', () => {
    assert.equal(new Set(routes.map(({ id }) => id)).size, routes.length);
  });

  for (const operation of routes) {
    it(`the parameters of ${operation.path} (${operation.id}) are described with examples that fit their schemas`, () => {
      const { parameters = [] } = check.operation(operation);
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);

      assert.deepEqual(
        inPath,
        [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      for (const { name, schema, example } of parameters) check.fits(schema, example, name);
    });

    it(`the examples of ${operation.id} fit its schemas`, () => {
      const { requestBody, responses } = check.operation(operation);
      const { schema, examples = {} } = requestBody?.content['application/json'] ?? {};

      if (requestBody) assert.ok(Object.keys(examples).length > 0);
      for (const [name, { value }] of Object.entries(examples)) check.fits(schema, value, name);
      for (const [status, { content = {} }] of Object.entries(responses)) {
        const media = content['application/json'];
        if (media) check.fits(media.schema, media.example, status);
      }
    });
  }
});
