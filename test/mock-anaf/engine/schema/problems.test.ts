import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { problemsOf } from 'mock-anaf/internal/engine/schema/problems.ts';
import type { Schema } from 'mock-anaf/internal/engine/schema/schema.ts';

const person = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    age: { type: 'integer', minimum: 0, maximum: 150 },
    score: { type: 'number', minimum: 0 },
    kind: { enum: ['a', 'b', true] },
    tags: { type: 'array', items: { type: 'string' }, minItems: 1 },
    since: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    isOn: { type: 'boolean' },
    others: { type: 'object', additionalProperties: { type: 'number' } },
    inner: { type: 'object', properties: { deep: { type: 'string' } }, required: ['deep'] },
  },
  required: ['name'],
  additionalProperties: false,
} as const satisfies Schema;

describe('problemsOf', () => {
  for (const [value, problems] of [
    [{ name: 'x' }, []],
    [{}, ['"name" is needed: text, not empty']],
    [[], ['the body must be an object of name, age, score, kind, tags, since, isOn, others, inner']],
    [{ name: '' }, ['"name" must be text, not empty; got ""']],
    [{ name: 'x', age: 1.5 }, ['"age" must be a whole number from 0 to 150; got 1.5']],
    [{ name: 'x', score: -1 }, ['"score" must be a number, 0 or more; got -1']],
    [{ name: 'x', kind: 'c' }, ['"kind" must be one of: a, b, true; got "c"']],
    [{ name: 'x', tags: [] }, ['"tags" must be a list, not empty, of text']],
    [{ name: 'x', tags: ['a', 2] }, ['"tags[1]" must be text; got 2']],
    [{ name: 'x', since: 'now' }, ['"since" must be a number or null; got "now"']],
    [{ name: 'x', others: { y: 'z' } }, ['"others.y" must be a number; got "z"']],
    [{ name: 'x', inner: {} }, ['"inner.deep" is needed: text']],
    [
      { name: 1, isOn: 'yes', extra: 1 },
      [
        '"name" must be text, not empty; got 1',
        '"isOn" must be true or false; got "yes"',
        '"extra" is unknown; there are: name, age, score, kind, tags, since, isOn, others, inner',
      ],
    ],
  ] as const) {
    it(`says of ${JSON.stringify(value)}: ${problems.join('; ') || 'nothing'}`, () => {
      assert.deepEqual(problemsOf(person, value), problems);
    });
  }

  it('says the name of the whole where it has one', () => {
    assert.deepEqual(problemsOf(person, { name: 'x', age: 'old' }, 'person'), [
      '"person.age" must be a whole number from 0 to 150; got "old"',
    ]);
  });

  it('takes and refuses what a JSON Schema validator does', () => {
    const validate = new Ajv2020({ strictTypes: false }).compile(person);
    const field = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('a', 'b', '', 0, 7, -1, 1.5, 151, null, true, ['t'], [], { deep: 'x' }, { y: 1 }),
    );
    const known = fc.record(
      Object.fromEntries([...Object.keys(person.properties), 'extra'].map((name) => [name, field])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue() }), (value) => {
        assert.equal(problemsOf(person, value).length === 0, validate(value));
      }),
      { numRuns: 2000 },
    );
  });
});
