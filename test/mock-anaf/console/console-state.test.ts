import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JournalEntry } from 'mock-anaf';
import { withEntries } from 'mock-anaf/internal/console/console-state.ts';
import { preferredLanguage } from 'mock-anaf/internal/console/locales/language.ts';
import { type EntryFilter, matchesFilter, noFilter } from 'mock-anaf/internal/console/sections/journal-filter.ts';

function entry(change: Partial<JournalEntry> = {}): JournalEntry {
  return {
    number: 1,
    at: 0,
    door: 'api',
    method: 'GET',
    path: '/test/FCTEL/rest/upload',
    query: { cif: '90123459' },
    headers: {},
    form: {},
    bodyBytes: 0,
    status: 200,
    reason: 'the document was taken',
    about: { persona: 'accountant' },
    ...change,
  };
}

const numbers = (entries: readonly JournalEntry[]) => entries.map(({ number }) => number);
const entries = (...given: readonly number[]) => given.map((number) => entry({ number }));

describe('withEntries', () => {
  it('puts what is new behind what is there', () => {
    assert.deepEqual(numbers(withEntries(entries(1, 2), entries(3))), [1, 2, 3]);
  });

  it('begins anew with the journal of a mock that was restarted', () => {
    assert.deepEqual(numbers(withEntries(entries(7, 8), entries(1, 2))), [1, 2]);
  });

  it('keeps the last 500', () => {
    const many = Array.from({ length: 501 }, (_, index) => entry({ number: index + 1 }));

    assert.deepEqual(numbers(withEntries([], many)).slice(0, 1), [2]);
  });
});

describe('matchesFilter', () => {
  for (const [name, filter, given, expected] of [
    ['everything without a filter', {}, {}, true],
    ['a part of the path', { text: 'fctel' }, {}, true],
    ['method and path together', { text: 'get /test' }, {}, true],
    ['a fact', { text: 'accountant' }, {}, true],
    ['a parameter', { text: '90123459' }, {}, true],
    ['nothing of the headers', { text: 'curl' }, { headers: { 'user-agent': 'curl' } }, false],
    ['the door', { door: 'api' }, {}, true],
    ['no other door', { door: 'login' }, {}, false],
    ['no success among refusals', { kind: 'refused' }, {}, false],
    ['a 400 among refusals', { kind: 'refused' }, { status: 400 }, true],
    ['a broken connection among refusals', { kind: 'refused' }, { status: 'reset' }, true],
    [
      'a redirect with an error among refusals',
      { kind: 'refused' },
      { status: 302, location: 'https://app.example/?error=access_denied' },
      true,
    ],
    ['what was answered under a scenario', { kind: 'scenario' }, { about: { scenario: 'api-slow' } }, true],
    ['nothing else under a scenario', { kind: 'scenario' }, {}, false],
  ] as const satisfies readonly (readonly [string, Partial<EntryFilter>, Partial<JournalEntry>, boolean])[]) {
    it(`lets through ${name}`, () => {
      assert.equal(matchesFilter(entry(given), { ...noFilter, ...filter }), expected);
    });
  }
});

describe('preferredLanguage', () => {
  for (const [remembered, wanted, expected] of [
    ['en', ['ro-RO'], 'en'],
    [null, ['en-GB', 'ro'], 'en'],
    [null, ['RO'], 'ro'],
    [null, ['de', 'en'], 'en'],
    [null, ['de'], 'ro'],
    ['tlh', [], 'ro'],
  ] as const) {
    it(`is ${expected} for ${remembered ?? 'nothing'} remembered and ${wanted.join(', ') || 'nothing'} wanted`, () => {
      assert.equal(preferredLanguage(remembered, wanted), expected);
    });
  }
});
