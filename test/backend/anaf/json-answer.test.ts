import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRecord, readJsonAnswer } from 'spv-authorize-backend/internal/anaf/json-answer.ts';

describe('readJsonAnswer', () => {
  const nothing = { error: undefined, messages: undefined };

  for (const [text, expected] of [
    ['{"eroare":"x"}', { ...nothing, error: 'x' }],
    ['{"mesaje":[1]}', { ...nothing, messages: [1] }],
    ['{"eroare":"","mesaje":[]}', { ...nothing, messages: [] }],
    ['{"eroare":null}', nothing],
    ['{"eroare":5}', nothing],
    ['{"mesaje":{"length":1}}', nothing],
    ['{}', nothing],
  ] as const) {
    it(`the JSON answer ${text} is read by its fields`, () => {
      assert.deepEqual(readJsonAnswer(Buffer.from(text)), expected);
    });
  }

  for (const text of ['', '<html>', 'null', '"eroare"', '5', '{"eroare":"x"']) {
    it(`a body that is no JSON object (${text || 'empty'}) is no answer`, () => {
      assert.equal(readJsonAnswer(Buffer.from(text)), undefined);
    });
  }
});

describe('isRecord', () => {
  it('a record is an object, and neither null nor a text', () => {
    assert.deepEqual([{}, [], null, 'text', undefined].map(isRecord), [true, true, false, false, false]);
  });
});
