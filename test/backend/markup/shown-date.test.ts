import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownDate } from 'spv-authorize-backend/internal/markup/shown-date.ts';

describe('shownDate', () => {
  it('a date is the day in Romania, whatever the time zone of the server', () => {
    const beforeMidnightInUtc = Date.UTC(2026, 10, 23, 22, 30) / 1000;

    assert.equal(shownDate('ro', beforeMidnightInUtc), '24.11.2026');
    assert.equal(shownDate('en', beforeMidnightInUtc), '24 November 2026');
  });
});
