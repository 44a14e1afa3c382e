import type { Link, LinkState } from '../contract/link.ts';

/** A link in one of these states cannot be used any more. An unknown state counts as open: the backend decides. */
const finalStates: readonly LinkState[] = ['completed', 'declined', 'expired', 'cancelled'];

/** Whether somebody can still use a link. */
export function isOpen({ state }: Link): boolean {
  return !finalStates.includes(state);
}
