import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { preferredLanguage } from 'mock-anaf/internal/console/locales/language.ts';

describe('preferredLanguage', () => {
  for (const [remembered, wanted, expected] of [
    ['en', ['ro-RO'], 'en'],
    [null, ['en-GB', 'ro'], 'en'],
    [null, ['RO'], 'ro'],
    [null, ['de', 'en'], 'en'],
    [null, ['de'], 'ro'],
    ['tlh', [], 'ro'],
  ] as const) {
    it(`the language of the console is ${expected} if ${remembered ?? 'none'} is remembered and the browser prefers ${wanted.join(', ') || 'none'}`, () => {
      assert.equal(preferredLanguage(remembered, wanted), expected);
    });
  }
});
