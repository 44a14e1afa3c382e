import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from 'mock-anaf/internal/engine/scenarios/seeded-random.ts';

function drawn(seed: number, count: number): readonly number[] {
  const draw = seededRandom(seed);
  return Array.from({ length: count }, draw);
}

describe('seededRandom', () => {
  it('a seed gives the sequence of mulberry32, in every version, so that a documented seed keeps its faults', () => {
    const inUnits = (numbers: readonly number[]) => numbers.map((number) => number * 2 ** 32);

    assert.deepEqual(inUnits(drawn(1, 4)), [2693262067, 11749833, 2265367787, 4213581821]);
    assert.deepEqual(inUnits(drawn(2 ** 32 - 1, 2)), inUnits(drawn(-1, 2)));
  });

  it('the numbers are from 0 to 1, evenly spread', () => {
    const numbers = drawn(42, 10_000);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

    assert.ok(numbers.every((number) => number >= 0 && number < 1));
    assert.ok(Math.abs(mean - 0.5) < 0.02, `${mean}`);
    assert.equal(new Set(numbers).size, numbers.length);
  });
});
