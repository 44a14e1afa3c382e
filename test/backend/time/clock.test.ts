import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf, systemClock } from 'spv-authorize-backend/internal/time/clock.ts';

describe('the clock of the backend', () => {
  it('the system clock is the time of the operating system in seconds, with a fraction', (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: 1_795_507_200_750 });

    assert.equal(systemClock.now(), 1_795_507_200.75);
  });

  it('an instant is the second of a clock, rounded down', () => {
    assert.equal(instantOf({ now: () => 10.999 }), 10);
  });
});
