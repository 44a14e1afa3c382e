import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactTime, longTime } from 'mock-anaf/internal/engine/clock/romanian-time.ts';

const at = (moment: string) => Date.parse(moment) / 1000;

describe('Romanian time', () => {
  for (const [moment, shown] of [
    ['2026-01-15T22:30:00Z', '202601160030'],
    ['2026-07-15T21:30:00Z', '202607160030'],
    ['2026-03-29T00:59:59Z', '202603290259'],
    ['2026-03-29T01:00:00Z', '202603290400'],
    ['2026-10-25T00:59:59Z', '202610250359'],
    ['2026-10-25T01:00:00Z', '202610250300'],
  ] as const) {
    it(`compactTime shows ${moment} as ${shown}`, () => {
      assert.equal(compactTime(at(moment)), shown);
    });
  }

  it('longTime shows whole seconds and drops fractions', () => {
    assert.equal(longTime(at('2026-07-15T21:30:09Z') + 0.9), '16-07-2026 00:30:09');
  });

  it('compactTime shows the same minute for each of its seconds, with and without the cache', () => {
    const seconds = Array.from({ length: 60 }, (_, second) => at('2026-07-15T21:30:00Z') + second);

    assert.deepEqual(new Set([...seconds, ...seconds].map(compactTime)), new Set(['202607160030']));
  });

  it('compactTime is correct for more minutes than fit in its cache', () => {
    const minutes = Array.from({ length: 3000 }, (_, minute) => at('2026-03-29T00:00:00Z') + minute * 60);
    minutes.map(compactTime);

    assert.deepEqual(
      [0, 59, 60].map((minute) => compactTime(minutes[minute] ?? 0)),
      ['202603290200', '202603290259', '202603290400'],
    );
  });
});
