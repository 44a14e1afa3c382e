import { createHash } from 'node:crypto';
import type { MockState } from './mock-state.ts';

/**
 * Generates an id of 32 hexadecimal digits. Ids are derived from the seed and a counter, so every run generates the same ids, and a
 * restart with a data file continues the sequence.
 */
export function nextId(state: MockState, kind: 'grant' | 'trace'): string {
  const made = (state.idsMade[kind] ?? 0) + 1;
  state.idsMade[kind] = made;
  return createHash('sha256').update(`${state.idSeed} ${kind} ${made}`).digest('hex').slice(0, 32);
}
