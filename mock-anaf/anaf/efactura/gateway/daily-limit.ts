import { dayOf } from '../../../engine/clock/romanian-time.ts';
import type { MockState } from '../../../engine/state/mock-state.ts';

/**
 * Counts one use against a limit of the day. Returns `false`, and counts nothing, if the limit is reached. Documented: limits are
 * per day. Assumed: the day is Romania's, by the mock's clock.
 *
 * @param now epoch seconds
 * @param subject what the limit applies to, e.g. `descarcare 3001293434`
 */
export function takeOfDay(state: MockState, now: number, subject: string, limit: number): boolean {
  if (usedOfDay(state, now, subject) >= limit) return false;
  countOfDay(state, now, subject);
  return true;
}

/** How many uses of a subject were counted today. */
export function usedOfDay(state: MockState, now: number, subject: string): number {
  return dayOf(now) === state.countersDay ? (state.counters[subject] ?? 0) : 0;
}

/** Counts one use of a subject; the first use of a day drops the counts of the day before. */
export function countOfDay(state: MockState, now: number, subject: string): void {
  const day = dayOf(now);
  if (day !== state.countersDay) state.counters = {};
  state.countersDay = day;
  state.counters[subject] = (state.counters[subject] ?? 0) + 1;
}
