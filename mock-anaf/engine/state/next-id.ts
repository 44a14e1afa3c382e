import { createHash } from 'node:crypto';
import type { MockState } from './mock-state.ts';

/**
 * The next id of a kind, 32 hexadecimal digits: made of the seed and of how many came before, so that a run repeats the ids of
 * the one before it, and a restart with a data file goes on.
 */
export function nextId(state: MockState, kind: 'grant' | 'trace'): string {
  const made = (state.idsMade[kind] ?? 0) + 1;
  state.idsMade[kind] = made;
  return createHash('sha256').update(`${state.idSeed} ${kind} ${made}`).digest('hex').slice(0, 32);
}
