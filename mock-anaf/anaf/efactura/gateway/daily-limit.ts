import { dayOf } from '../../../engine/clock/romanian-time.ts';
import type { MockState } from '../../../engine/state/mock-state.ts';

/**
 * Counts one use against a daily limit. If the limit has been reached, returns `false` and counts nothing. Documented: limits are
 * per day. Assumed: days are those of Romania's time zone, by the mock's clock.
 *
 * @param now epoch seconds
 * @param subject what the limit applies to, e.g. `descarcare 3001293434`
 */
export function takeOfDay(state: MockState, now: number, subject: string, limit: number): boolean {
  if (usedOfDay(state, now, subject) >= limit) return false;
  countOfDay(state, now, subject);
  return true;
}

/** The number of uses of a subject that were counted today. */
export function usedOfDay(state: MockState, now: number, subject: string): number {
  return dayOf(now) === state.countersDay ? (state.counters[subject] ?? 0) : 0;
}

/** Counts one use of a subject. The first use of a day deletes the counts of the previous day. */
export function countOfDay(state: MockState, now: number, subject: string): void {
  const day = dayOf(now);
  if (day !== state.countersDay) state.counters = {};
  state.countersDay = day;
  state.counters[subject] = (state.counters[subject] ?? 0) + 1;
}
