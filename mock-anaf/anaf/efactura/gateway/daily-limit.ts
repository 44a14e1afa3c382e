import type { MockState } from '../../../engine/state/mock-state.ts';
import { dayOf } from '../messages/romanian-time.ts';

/**
 * Counts one use of what is limited by the day; `false` if it is one too many. Documented: that days count. Assumed: Romania's, by
 * the mock's clock.
 *
 * @param subject what the limit is for, e.g. `descarcare 3001293434`
 */
export function takeOfDay(state: MockState, now: number, subject: string, limit: number): boolean {
  if (usedOfDay(state, now, subject) >= limit) return false;
  countOfDay(state, now, subject);
  return true;
}

/** How often a subject was counted today. */
export function usedOfDay(state: MockState, now: number, subject: string): number {
  return dayOf(now) === state.countersDay ? (state.counters[subject] ?? 0) : 0;
}

export function countOfDay(state: MockState, now: number, subject: string): void {
  const day = dayOf(now);
  if (day !== state.countersDay) state.counters = {};
  state.countersDay = day;
  state.counters[subject] = (state.counters[subject] ?? 0) + 1;
}
