import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { JsonSchemas } from 'mock-anaf/internal/control/admin/description/json-schemas.ts';
import { check, problemsOf } from 'mock-anaf/internal/engine/schema/problems.ts';
import { closedObject } from 'mock-anaf/internal/engine/schema/schema.ts';
import * as v from 'valibot';

const entries = {
  name: v.pipe(v.string(), v.minLength(1)),
  age: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150)), 18),
  score: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  kind: v.exactOptional(v.picklist(['a', 'b', 3])),
  tags: v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1))),
  since: v.exactOptional(v.nullable(v.number())),
  isOn: v.exactOptional(v.boolean()),
  others: v.exactOptional(v.record(v.string(), v.number())),
  inner: v.exactOptional(closedObject({ deep: v.string() })),
  rights: v.exactOptional(v.array(v.union([v.string(), closedObject({ cui: v.pipe(v.string(), v.minLength(1)) })]))),
  code: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z]+$/))),
};
const person = closedObject(entries);
const fields = Object.keys(entries).join(', ');

describe('the problems of a value', () => {
  for (const [value, problems] of [
    [{ name: 'x' }, []],
    [{}, ['"name" is needed: text, not empty']],
    [[], [`the body must be an object of ${fields}`]],
    [null, [`the body must be an object of ${fields}`]],
    [7, [`the body must be an object of ${fields}; got 7`]],
    [{ name: '' }, ['"name" must be text, not empty; got ""']],
    [{ name: 'x', age: 1.5 }, ['"age" must be a whole number from 0 to 150; got 1.5']],
    [{ name: 'x', age: -1.5 }, ['"age" must be a whole number from 0 to 150; got -1.5']],
    [{ name: 'x', score: -1 }, ['"score" must be a number, 0 or more; got -1']],
    [{ name: 'x', kind: 'c' }, ['"kind" must be one of: a, b, 3; got "c"']],
    [{ name: 'x', tags: [] }, ['"tags" must be a list, not empty, of text']],
    [{ name: 'x', tags: ['a', 2, 'b', 3] }, ['"tags[1]" must be text; got 2', '"tags[3]" must be text; got 3']],
    [{ name: 'x', since: 'now' }, ['"since" must be a number or null; got "now"']],
    [{ name: 'x', others: { y: 'z' } }, ['"others.y" must be a number; got "z"']],
    [{ name: 'x', inner: {} }, ['"inner.deep" is needed: text']],
    [{ name: 'x', inner: [] }, ['"inner" must be an object of deep']],
    [{ name: 'x', rights: ['1', { cui: 2 }] }, ['"rights[1]" must be text or an object of cui']],
    [{ name: 'x', rights: [{ cui: '' }] }, ['"rights[0]" must be text or an object of cui']],
    [{ name: 'x', code: '1' }, ['"code" must be text like ^[a-z]+$; got "1"']],
    [JSON.parse('{"name":"x","__proto__":1}'), [`"__proto__" is unknown; there are: ${fields}`]],
    [{ name: 'x', toString: 1 }, [`"toString" is unknown; there are: ${fields}`]],
    [
      { name: 1, isOn: 'yes', extra: 1, more: 2 },
      [
        '"name" must be text, not empty; got 1',
        '"isOn" must be true or false; got "yes"',
        `"extra" is unknown; there are: ${fields}`,
        `"more" is unknown; there are: ${fields}`,
      ],
    ],
  ] as const) {
    it(`the problems of ${JSON.stringify(value)} are: ${problems.join('; ') || 'none'}`, () => {
      assert.deepEqual(problemsOf(person, value), problems);
    });
  }

  it('a problem of the value as a whole contains its name', () => {
    assert.deepEqual(problemsOf(person, { name: 'x', age: 'old' }, 'person'), [
      '"person.age" must be a whole number from 0 to 150; got "old"',
    ]);
    assert.deepEqual(problemsOf(person, [], 'person'), [`"person" must be an object of ${fields}`]);
  });

  it('a problem quotes the message of a rule that has one', () => {
    const even = v.pipe(
      v.number(),
      v.check((number) => number % 2 === 0, 'an even number'),
    );

    assert.deepEqual(problemsOf(v.union([even, v.boolean()]), 3, 'count'), [
      '"count" must be an even number or true or false; got 3',
    ]);
  });

  it('a field that is undefined counts as absent', () => {
    assert.deepEqual(problemsOf(person, { name: undefined, age: undefined }), ['"name" is needed: text, not empty']);
  });

  it('a valid value is returned with the defaults of its schema', () => {
    assert.deepEqual(check(person, { name: 'x' }), { value: { name: 'x', age: 18 } });
  });

  it('a value has no problems if and only if a JSON Schema validator accepts it', () => {
    const validate = new Ajv2020({ strict: false }).compile(new JsonSchemas().of(person));
    const field = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('a', 'b', '', 0, 3, 7, -1, 1.5, 151, null, true, ['t'], [], { deep: 'x' }, { y: 1 }, [
        { cui: 'x' },
      ]),
    );
    const known = fc.record(Object.fromEntries([...Object.keys(entries), 'extra'].map((name) => [name, field])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue() }), (value) => {
        assert.equal(problemsOf(person, value).length === 0, validate(value));
      }),
      { numRuns: 2000 },
    );
  });
});
