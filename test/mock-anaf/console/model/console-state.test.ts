import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JournalEntry } from 'mock-anaf';
import { withEntries } from 'mock-anaf/internal/console/model/console-state.ts';

function entries(...numbers: readonly number[]): readonly JournalEntry[] {
  const entry = {
    at: 0,
    door: 'api',
    method: 'GET',
    path: '/',
    query: {},
    headers: {},
    form: {},
    bodyBytes: 0,
  } as const;
  return numbers.map((number) => ({ ...entry, number, status: 200, reason: '', about: {} }));
}

const numbers = (list: readonly JournalEntry[]) => list.map(({ number }) => number);

describe('withEntries', () => {
  it('new journal entries are added after the existing ones', () => {
    assert.deepEqual(numbers(withEntries(entries(1, 2), entries(3))), [1, 2, 3]);
  });

  it('the list of journal entries is cleared when the numbers start over, because the mock was restarted', () => {
    assert.deepEqual(numbers(withEntries(entries(7, 8), entries(1, 2))), [1, 2]);
  });

  it('the console keeps the last 500 journal entries', () => {
    const many = entries(...Array.from({ length: 501 }, (_, index) => index + 1));

    const kept = numbers(withEntries([], many));

    assert.deepEqual([kept.length, kept[0], kept.at(-1)], [500, 2, 501]);
  });
});
