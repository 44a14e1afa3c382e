import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  counties,
  countries,
  creditNoteTypes,
  currencies,
  hasFormOfUnit,
  invoiceTypes,
  isPaymentMeans,
  isVatPrefix,
  sectors,
  vatCategories,
  vatPointCodes,
} from 'mock-anaf/internal/anaf/efactura/checks/code-lists.ts';

describe('the code lists', () => {
  for (const [name, list, form, count] of [
    ['invoice types', invoiceTypes, /^\d{3}$/, 4],
    ['credit note types', creditNoteTypes, /^\d{3}$/, 1],
    ['VAT categories', vatCategories, /^[A-Z]{1,2}$/, 10],
    ['codes of the VAT point date', vatPointCodes, /^\d{1,3}$/, 3],
    ['counties', counties, /^RO-[A-Z]{1,2}$/, 42],
    ['sectors', sectors, /^SECTOR[1-6]$/, 6],
    ['currencies', currencies, /^[A-Z]{3}$/, currencies.size],
    ['countries', countries, /^[A-Z1][A-Z]$/, countries.size],
  ] as const) {
    it(`the list of ${name} has ${count} codes of the right form`, () => {
      assert.ok(list.size > 0);
      assert.equal(list.size, count);
      assert.deepEqual(
        [...list].filter((code) => !form.test(code)),
        [],
      );
    });
  }

  it('the lists have the first and last code of their standard, and Romania', () => {
    assert.ok(['AED', 'RON', 'ZWL'].every((code) => currencies.has(code)));
    assert.ok(['1A', 'AD', 'RO', 'XI', 'ZW'].every((code) => countries.has(code)));
  });

  for (const [prefix, expected] of [
    ['RO', true],
    ['EL', true],
    ['GR', true],
    ['XX', false],
    ['90', false],
    ['', false],
  ] as const) {
    it(`a VAT number ${expected ? 'may' : 'must not'} begin with "${prefix}"`, () => {
      assert.equal(isVatPrefix(prefix), expected);
    });
  }

  it('the payment means are 1 to 70, 74 to 78, 91 to 98 and ZZZ', () => {
    const numbers = Array.from({ length: 120 }, (_, number) => String(number));
    const between = (first: number, last: number) => numbers.slice(first, last + 1);

    assert.deepEqual(numbers.filter(isPaymentMeans), [...between(1, 70), ...between(74, 78), ...between(91, 98)]);
    assert.deepEqual(['ZZZ', 'ZZ', '', '01', '1.5', '5x', 'x5', '310', '-1'].map(isPaymentMeans), [
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  for (const [code, expected] of [
    ['H87', true],
    ['EA', true],
    ['XBX', true],
    ['C', false],
    ['buc', false],
    ['H877', false],
    ['H-7', false],
    ['', false],
  ] as const) {
    it(`"${code}" ${expected ? 'has' : 'does not have'} the form of a unit code`, () => {
      assert.equal(hasFormOfUnit(code), expected);
    });
  }
});
