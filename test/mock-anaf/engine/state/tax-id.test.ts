import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCompanies } from 'mock-anaf';
import { bareTaxId, hasValidControlDigit } from 'mock-anaf/internal/engine/state/tax-id.ts';

describe('hasValidControlDigit', () => {
  it('holds for every company of the demo', () => {
    for (const { cui } of defaultCompanies) assert.ok(hasValidControlDigit(cui), cui);
  });

  for (const cui of ['90123458', '1', '0', '', 'RO90123459', '01234567897', '12345678901']) {
    it(`does not hold for "${cui}"`, () => {
      assert.equal(hasValidControlDigit(cui), false);
    });
  }
});

describe('bareTaxId', () => {
  for (const written of ['RO90123459', 'ro 90123459', ' 90123459 ', 'RO 901 234 59']) {
    it(`reads "${written}"`, () => {
      assert.equal(bareTaxId(written), '90123459');
    });
  }
});
