import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';

function setup() {
  const machine = { now: 1000 };
  return { machine, clock: new MovableClock(() => machine.now) };
}

describe('MovableClock', () => {
  it('runs with the machine, shifted by what it was moved', () => {
    const { machine, clock } = setup();
    clock.advance(500);
    machine.now += 7;

    assert.equal(clock.now(), 1507);
  });

  it('stands still while frozen, and runs on from where it stands', () => {
    const { machine, clock } = setup();
    clock.freeze();
    machine.now += 50;
    clock.advance(-100);
    const frozen = clock.now();
    clock.unfreeze();
    machine.now += 1;

    assert.deepEqual([frozen, clock.now()], [900, 901]);
  });

  it('goes back to the machine at a reset', () => {
    const { machine, clock } = setup();
    clock.set(5);
    clock.freeze();
    clock.reset();
    machine.now += 1;

    assert.deepEqual([clock.now(), clock.isFrozen], [1001, false]);
  });

  it('refuses what is no number', () => {
    const { clock } = setup();

    assert.throws(() => clock.set(Number.NaN), /"instant" must be epoch seconds/);
    assert.throws(() => clock.advance(Number.POSITIVE_INFINITY), /"seconds" must be a number/);
  });
});
