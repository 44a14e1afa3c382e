import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextPollSeconds } from 'spv-authorize/internal/core/poll-schedule.ts';

describe('nextPollSeconds', () => {
  const cases = [
    [0, 0, 2],
    [59, 0, 2],
    [60, 0, 5],
    [299, 0, 5],
    [300, 0, 30],
    [900, 0, 30],
    [0, 10, 10],
    [300, 10, 30],
    [0, 86_400, 3600],
  ] as const;
  for (const [since, retryAfter, next] of cases) {
    it(`the next poll is due after ${next} s when ${since} s were waited and Retry-After was ${retryAfter} s`, () => {
      assert.equal(nextPollSeconds(since, retryAfter), next);
    });
  }
});
