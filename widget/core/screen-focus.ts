import type { Screen } from './screen.ts';
import type { State } from './state.ts';

/**
 * Where focus goes when a screen appears. `keep`: it stays where it is, unless the focused element has been removed. `field`: the
 * first field of a form, or the address of a link that was just created.
 */
export type FocusTarget = 'keep' | 'heading' | 'first-row' | 'field';

/** Returns where focus goes when the screen appears. */
export function focusOnEntry(screen: Screen): FocusTarget {
  switch (screen.name) {
    case 'choose':
      return 'first-row';
    case 'guide':
    case 'links':
    case 'checklist':
    case 'success':
    case 'failure':
    case 'disconnect':
      return 'heading';
    case 'at-anaf':
      return screen.asking ? 'heading' : 'keep';
    default:
      return 'keep';
  }
}

/**
 * Whether the person sees another screen after a transition, so that focus moves and the screen is announced. The question
 * "what do you see?" counts as a new screen when it appears.
 */
export function isNewScreen(before: State, after: State): boolean {
  if (before.name !== after.name) return true;
  return before.name === 'at-anaf' && after.name === 'at-anaf' && !before.asking && after.asking;
}
