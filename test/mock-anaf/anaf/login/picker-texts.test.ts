import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { personaNames } from 'mock-anaf';
import { pickerTexts } from 'mock-anaf/internal/anaf/login/picker-texts.ts';

describe('pickerTexts', () => {
  for (const [header, language] of [
    [undefined, 'ro'],
    ['', 'ro'],
    ['*', 'ro'],
    ['de-DE,de;q=0.9', 'ro'],
    ['en-US,en;q=0.9', 'en'],
    ['de, en;q=0.5, ro;q=0.8', 'ro'],
    ['ro;q=0, en', 'en'],
    ['RO-ro', 'ro'],
  ] as const) {
    it(`the language of the picker is ${language} for Accept-Language "${header}"`, () => {
      assert.equal(pickerTexts(header).language, language);
    });
  }

  it('every person of the demo has an English title', () => {
    assert.deepEqual(Object.keys(pickerTexts('en').titles), [...personaNames]);
  });
});
