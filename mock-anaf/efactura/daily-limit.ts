import type { MockState } from '../state/mock-state.ts';
import { compactTime } from './romanian-time.ts';

/**
 * Counts one use of what is limited by the day, Romania's day by the mock's clock; `false` if it is one too many.
 *
 * @param subject what the limit is for, e.g. `descarcare 3001293434`
 */
export function takeOfDay(state: MockState, now: number, subject: string, limit: number): boolean {
  const day = compactTime(now).slice(0, 8);
  if (day !== state.countersDay) state.counters = {};
  state.countersDay = day;
  const used = state.counters[subject] ?? 0;
  if (used >= limit) return false;
  state.counters[subject] = used + 1;
  return true;
}
