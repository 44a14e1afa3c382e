import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCompanies } from 'mock-anaf/internal/engine/state/seed.ts';
import { bareTaxId, hasValidControlDigit } from 'mock-anaf/internal/engine/state/tax-id.ts';

describe('hasValidControlDigit', () => {
  it('the CUI of every demo company has a valid control digit', () => {
    for (const { cui } of defaultCompanies) assert.ok(hasValidControlDigit(cui), cui);
  });

  // One digit that is not 0 at each place, and the remainder of ten times its weight by 11.
  for (const cui of ['1000000004', '100000006', '10000008', '1000009', '100000', '10004', '1006', '108', '19']) {
    it(`${cui} has a valid control digit and no other digit is valid in its place`, () => {
      const valid = Array.from({ length: 10 }, (_, digit) => `${cui.slice(0, -1)}${digit}`).filter(
        hasValidControlDigit,
      );

      assert.deepEqual(valid, [cui]);
    });
  }

  for (const cui of [
    '90123458',
    '1',
    '0',
    '',
    'RO90123459',
    '01234567897',
    '0000000019',
    '12345678901',
    '10000000044',
    '19x',
    'x19',
  ]) {
    it(`"${cui}" is not a CUI with a valid control digit`, () => {
      assert.equal(hasValidControlDigit(cui), false);
    });
  }
});

describe('bareTaxId', () => {
  for (const written of [
    'RO90123459',
    'ro 90123459',
    ' 90123459 ',
    '  RO90123459',
    'RO 901 234 59',
    'RO\t9012\u00a03459',
  ]) {
    it(`"${written}" is read as a CUI without the country`, () => {
      assert.equal(bareTaxId(written), '90123459');
    });
  }

  it('bareTaxId removes only the RO at the beginning', () => {
    assert.deepEqual(['12RO34', 'BG1234', 'RORO12', ''].map(bareTaxId), ['12RO34', 'BG1234', 'RO12', '']);
  });
});
