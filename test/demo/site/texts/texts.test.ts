import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../../../demo/site/texts/en.ts';
import { ro } from '../../../../demo/site/texts/ro.ts';

describe('a quantity on an invoice', () => {
  for (const [quantity, romanian, english] of [
    [1, 'oră', 'hour'],
    [2, 'ore', 'hours'],
    [1.5, 'ore', 'hours'],
    [20, 'de ore', 'hours'],
    [101, 'ore', 'hours'],
  ] as const) {
    it(`a quantity has its unit in the right form: ${quantity} ${romanian}, ${quantity} ${english}`, () => {
      assert.deepEqual([ro.units.HUR(quantity), en.units.HUR(quantity)], [romanian, english]);
    });
  }
});
