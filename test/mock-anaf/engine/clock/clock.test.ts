import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';

function setup() {
  const machine = { now: 1000 };
  return { machine, clock: new MovableClock(() => machine.now) };
}

describe('MovableClock', () => {
  it('a clock runs with the system time, shifted by the amount that it was moved', () => {
    const { machine, clock } = setup();
    clock.advance(500);
    machine.now += 7;

    assert.equal(clock.now(), 1507);
  });

  it('a frozen clock stays at its instant, and continues from there when it is unfrozen', () => {
    const { machine, clock } = setup();
    clock.freeze();
    machine.now += 50;
    clock.advance(-100);
    const frozen = clock.now();
    clock.unfreeze();
    machine.now += 1;

    assert.deepEqual([frozen, clock.now()], [900, 901]);
  });

  it('a reset sets a clock to the system time', () => {
    const { machine, clock } = setup();
    clock.set(5);
    clock.freeze();
    clock.reset();
    machine.now += 1;

    assert.deepEqual([clock.now(), clock.isFrozen], [1001, false]);
  });

  it('a clock refuses an instant that is not a number', () => {
    const { clock } = setup();

    assert.throws(() => clock.set(Number.NaN), /"instant" must be epoch seconds/);
    assert.throws(() => clock.advance(Number.POSITIVE_INFINITY), /"seconds" must be a number/);
  });
});
