import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JsonSchemas } from 'mock-anaf/internal/control/admin/description/json-schemas.ts';
import { described, titled } from 'mock-anaf/internal/engine/schema/schema.ts';
import * as v from 'valibot';

const point = titled('Point', v.object({ x: v.number() }));
const reference = { $ref: '#/components/schemas/Point' };

describe('JSON Schemas of the OpenAPI document', () => {
  it('a schema with a title becomes a component, wherever it is used', () => {
    const schemas = new JsonSchemas();

    const list = schemas.of(v.object({ points: v.array(point), byName: v.record(v.string(), point) }));
    const choice = schemas.of(described(v.nullable(point), 'Or nothing.'));

    assert.deepEqual(list.properties, {
      points: { type: 'array', items: reference },
      byName: { type: 'object', propertyNames: { type: 'string' }, additionalProperties: reference },
    });
    assert.deepEqual(choice, { anyOf: [reference, { type: 'null' }], description: 'Or nothing.' });
    assert.deepEqual(Object.keys(schemas.components), ['Point']);
  });

  it('two different schemas with one title are refused', () => {
    const schemas = new JsonSchemas();
    schemas.of(point);

    assert.throws(() => schemas.of(titled('Point', v.object({ y: v.number() }))), /two schemas have the title "Point"/);
  });
});
