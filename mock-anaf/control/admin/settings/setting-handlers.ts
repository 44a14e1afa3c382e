import type { MovableClock } from '../../../engine/clock/clock.ts';
import type { Engine } from '../../../engine/engine.ts';
import { limitsFromHttp } from '../../../engine/settings/settings.ts';
import type { HandlersOf } from '../operation/operation.ts';
import { instantOf } from './instant.ts';
import type { settingOperations } from './setting-operations.ts';
import type { ClockChange, ClockReading } from './setting-schemas.ts';

type Settings = Pick<Engine, 'clock' | 'lifetimes' | 'limits' | 'limitAnswer' | 'switches'>;

/** Handlers that read and change the clock and the settings. @param reset restores the state after the start of the mock */
export function settingHandlers(
  { clock, lifetimes, limits, limitAnswer, switches }: Settings,
  reset: () => void,
): HandlersOf<typeof settingOperations> {
  return {
    readClock: () => readingOf(clock),
    changeClock: ({ body }) => {
      changeClock(clock, body);
      return readingOf(clock);
    },
    reset: () => {
      reset();
      return { done: true };
    },
    readLifetimes: () => lifetimes,
    changeLifetimes: ({ body }) => Object.assign(lifetimes, body),
    readLimits: () => limits,
    changeLimits: ({ body }) => Object.assign(limits, limitsFromHttp(body)),
    readLimitAnswer: () => limitAnswer,
    changeLimitAnswer: ({ body }) => Object.assign(limitAnswer, body),
    readSwitches: () => switches,
    changeSwitches: ({ body }) => Object.assign(switches, body),
  };
}

function readingOf(clock: MovableClock): ClockReading {
  const now = clock.now();
  return { now, iso: new Date(now * 1000).toISOString(), frozen: clock.isFrozen };
}

function changeClock(clock: MovableClock, { now, advanceSeconds, frozen, reset }: ClockChange): void {
  const instant = typeof now === 'string' ? instantOf(now) : now;
  if (reset) clock.reset();
  // Freeze the clock before setting it, so that it shows exactly the given instant.
  if (frozen === true) clock.freeze();
  if (instant !== undefined) clock.set(instant);
  if (advanceSeconds !== undefined) clock.advance(advanceSeconds);
  if (frozen === false) clock.unfreeze();
}
