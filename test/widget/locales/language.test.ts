import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseLanguage } from 'spv-authorize/internal/locales/language.ts';

describe('chooseLanguage', () => {
  const cases = [
    ['ro', 'ro'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['ro_RO', 'ro'],
    ['hu', 'hu'],
    ['hu-HU', 'hu'],
    ['de', 'ro'],
    ['', 'ro'],
  ] as const;
  for (const [wanted, chosen] of cases) {
    it(`chooseLanguage chooses ${chosen} for "${wanted}"`, () => {
      assert.equal(chooseLanguage(wanted, ['ro', 'en', 'hu']), chosen);
    });
  }
});
