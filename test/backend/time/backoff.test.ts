import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backoffSeconds } from 'spv-authorize-backend/internal/time/backoff.ts';

describe('backoffSeconds', () => {
  it('the pause before the next try doubles from 15 seconds up to one hour', () => {
    const pauses = [1, 2, 3, 8, 9, 10, 100].map(backoffSeconds);

    assert.deepEqual(pauses, [15, 30, 60, 1920, 3600, 3600, 3600]);
  });
});
