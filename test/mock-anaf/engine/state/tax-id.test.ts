import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCompanies } from 'mock-anaf';
import { bareTaxId, hasValidControlDigit } from 'mock-anaf/internal/engine/state/tax-id.ts';

describe('hasValidControlDigit', () => {
  it('the CUI of every demo company has a valid control digit', () => {
    for (const { cui } of defaultCompanies) assert.ok(hasValidControlDigit(cui), cui);
  });

  for (const cui of ['90123458', '1', '0', '', 'RO90123459', '01234567897', '12345678901']) {
    it(`"${cui}" is not a CUI with a valid control digit`, () => {
      assert.equal(hasValidControlDigit(cui), false);
    });
  }
});

describe('bareTaxId', () => {
  for (const written of ['RO90123459', 'ro 90123459', ' 90123459 ', 'RO 901 234 59']) {
    it(`"${written}" is read as a CUI without the country`, () => {
      assert.equal(bareTaxId(written), '90123459');
    });
  }
});
