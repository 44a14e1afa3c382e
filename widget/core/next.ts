import type { Effect } from './input.ts';
import type { State } from './state.ts';

/** The result of a transition. */
export interface Next {
  readonly state: State;
  readonly effects: readonly Effect[];
}

const none: readonly Effect[] = [];

/** Nothing changes: returns the same state object, so that nothing is rendered again. */
export function stay(state: State): Next {
  return { state, effects: none };
}

/** Goes to another state (or a changed one), with effects. */
export function go(state: State, ...effects: readonly Effect[]): Next {
  return { state, effects };
}
