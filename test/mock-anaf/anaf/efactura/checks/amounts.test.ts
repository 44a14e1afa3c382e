import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  differ,
  differByUnit,
  hasMoreThanTwoDecimals,
  hundredthsAt,
  hundredthsOrZero,
  isDecimal,
  sum,
} from 'mock-anaf/internal/anaf/efactura/checks/amounts.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';

const amounts = readXmlDocument(
  Buffer.from(
    '<A><Whole>12</Whole><Exact>1.15</Exact><Negative>-0.01</Negative><Comma>1,5</Comma><Empty/><Two>1.23</Two><Two>1.234</Two></A>',
  ),
).element;

describe('isDecimal', () => {
  for (const text of ['0', '12', '12.', '12.50', '.5', '.55', '+1', '-1.25']) {
    it(`"${text}" is a decimal number`, () => {
      assert.equal(isDecimal(text), true);
    });
  }

  for (const text of ['', '.', '+', '1,5', '1.2.3', 'x1', '1x', '1e3', '--1', 'NaN']) {
    it(`"${text}" is not a decimal number`, () => {
      assert.equal(isDecimal(text), false);
    });
  }
});

describe('hundredthsAt', () => {
  for (const [path, hundredths] of [
    ['Whole', 1200],
    ['Exact', 115],
    ['Negative', -1],
    ['Comma', undefined],
    ['Empty', undefined],
    ['Missing', undefined],
  ] as const) {
    it(`hundredthsAt reads the amount "${amounts.textAt(path)}" at ${path} as ${hundredths}`, () => {
      assert.equal(hundredthsAt(amounts, path), hundredths);
    });
  }

  it('hundredthsOrZero reads a missing amount as 0 and a given one as it is', () => {
    assert.deepEqual([hundredthsOrZero(amounts, 'Missing'), hundredthsOrZero(amounts, 'Whole')], [0, 1200]);
  });
});

describe('comparisons of amounts', () => {
  it('sum adds all amounts and is 0 without any', () => {
    assert.deepEqual([sum([]), sum([1, 20, -3])], [0, 18]);
  });

  it('differ compares exactly, and a missing amount differs from nothing', () => {
    assert.deepEqual(
      [differ(100, 101), differ(100, 100), differ(undefined, 100), differ(100, undefined)],
      [true, false, false, false],
    );
  });

  it('differByUnit allows less than one unit in both directions, and a missing amount differs from nothing', () => {
    assert.deepEqual(
      [differByUnit(0, 99), differByUnit(99, 0), differByUnit(0, 100), differByUnit(100, 0)],
      [false, false, true, true],
    );
    assert.deepEqual([differByUnit(undefined, 100), differByUnit(100, undefined)], [false, false]);
  });

  it('hasMoreThanTwoDecimals looks at every amount at the path', () => {
    assert.deepEqual(
      ['Two', 'Exact', 'Whole', 'Missing'].map((path) => hasMoreThanTwoDecimals(amounts, path)),
      [true, false, false, false],
    );
  });
});
