import type { Copyable, PersonInput } from '../core/input.ts';
import type { Dictionary } from '../locales/dictionary.ts';

/** What every view is given besides its screen. */
export interface View {
  readonly words: Dictionary;
  readonly send: (input: PersonInput) => void;
  readonly copy: (what: Copyable, text: string) => void;
  /** What was copied last on this screen, and whether it could be. */
  readonly copied: { readonly what: Copyable; readonly succeeded: boolean } | undefined;
  /** What the filled button says after success; absent: the usual word. */
  readonly continueLabel: string | undefined;
  /** The host waits for the person to go on. */
  readonly isAwaited: boolean;
}
