import type { Effect } from './input.ts';
import type { State } from './state.ts';

export interface Next {
  readonly state: State;
  readonly effects: readonly Effect[];
}

const none: readonly Effect[] = [];

export function stay(state: State): Next {
  return { state, effects: none };
}

export function go(state: State, ...effects: readonly Effect[]): Next {
  return { state, effects };
}
