import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JournalEntry } from 'mock-anaf';
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
    reason: 'the document was accepted for processing',
    about: { persona: 'accountant' },
    ...change,
  };
}

describe('matchesFilter', () => {
  for (const [name, filter, given, expected] of [
    ['every exchange when nothing is filtered', {}, {}, true],
    ['a part of the path, in any case', { text: 'fctel' }, {}, true],
    ['method and path together', { text: 'get /test' }, {}, true],
    ['a fact of the exchange', { text: 'accountant' }, {}, true],
    ['a parameter', { text: '90123459' }, {}, true],
    ['a header', { text: 'curl' }, { headers: { 'user-agent': 'curl' } }, false],
    ['its door', { door: 'api' }, {}, true],
    ['another door', { door: 'login' }, {}, false],
    ['refusals, but the answer is a success', { kind: 'refused' }, {}, false],
    ['refusals, and the answer is a 400', { kind: 'refused' }, { status: 400 }, true],
    ['refusals, and the connection was broken', { kind: 'refused' }, { status: 'reset' }, true],
    [
      'refusals, and the answer is a redirect with an error',
      { kind: 'refused' },
      { status: 302, location: 'https://app.example/?error=access_denied' },
      true,
    ],
    ['answers under a scenario', { kind: 'scenario' }, { about: { scenario: 'api-slow' } }, true],
    ['answers under a scenario, and there was none', { kind: 'scenario' }, {}, false],
  ] as const satisfies readonly (readonly [string, Partial<EntryFilter>, Partial<JournalEntry>, boolean])[]) {
    it(`the journal filter ${expected ? 'shows' : 'hides'} an exchange when it is set to ${name}`, () => {
      assert.equal(matchesFilter(entry(given), { ...noFilter, ...filter }), expected);
    });
  }
});
