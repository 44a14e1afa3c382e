import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownInstant } from 'spv-authorize-backend/internal/http/pages/shown-instant.ts';

/** Half an hour before midnight in UTC, which is the next day in Romania. */
const lateEvening = Date.UTC(2026, 10, 23, 23, 30) / 1000;

describe('a shown instant', () => {
  it('day and time are those in Romania, on a clock of 24 hours', () => {
    assert.equal(shownInstant('ro', lateEvening), '24.11.2026, 01:30');
    assert.equal(shownInstant('en', lateEvening + 12 * 3600), '24 November 2026, 13:30');
  });
});
