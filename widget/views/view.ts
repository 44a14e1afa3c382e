import type { PersonInput } from '../core/input.ts';
import type { Dictionary } from '../locales/dictionary.ts';

/** What every view is given besides its screen. */
export interface View {
  readonly words: Dictionary;
  readonly send: (input: PersonInput) => void;
  readonly copy: (text: string) => void;
  /** How the last copying on this screen went. */
  readonly copied: 'not-tried' | 'done' | 'failed';
  /** What the filled button says after success; absent: the usual word. */
  readonly continueLabel: string | undefined;
}
