import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InvoiceLine } from '../../../demo/invoices/invoice.ts';
import { totalsOf } from '../../../demo/invoices/totals.ts';

const line = (quantity: number, unitPriceBani: number, vatPercent: 21 | 11): InvoiceLine => ({
  name: 'x',
  quantity,
  unit: 'H87',
  unitPriceBani,
  vatPercent,
});

describe('totalsOf', () => {
  it('VAT is rounded once per rate, not once per line', () => {
    const totals = totalsOf({ lines: [line(1, 3, 21), line(1, 3, 21), line(1, 3, 21)] });

    assert.equal(totals.vatBani, 2);
  });

  it('totals are grouped by VAT rate, highest first, and added up', () => {
    const totals = totalsOf({ lines: [line(2, 1000, 11), line(1.5, 2000, 21)] });

    assert.deepEqual(totals, {
      netBani: 5000,
      vatBani: 850,
      grossBani: 5850,
      vatGroups: [
        { vatPercent: 21, netBani: 3000, vatBani: 630 },
        { vatPercent: 11, netBani: 2000, vatBani: 220 },
      ],
    });
  });
});
