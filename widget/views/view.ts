import type { Copyable, PersonInput } from '../core/input.ts';
import type { Dictionary } from '../locales/dictionary.ts';

/** What every view receives besides its screen. Views are functions without state. */
export interface View {
  readonly words: Dictionary;
  /** Sends what the person did to the controller. */
  readonly send: (input: PersonInput) => void;
  readonly copy: (what: Copyable, text: string) => void;
  /** The last attempt to copy on this screen, and whether it succeeded. */
  readonly copied: { readonly what: Copyable; readonly succeeded: boolean } | undefined;
  /** Label of the filled button after a success. Default: the dictionary's own. */
  readonly continueLabel: string | undefined;
  /** Number of links that somebody can still use; 0 while it is unknown. */
  readonly openLinks: number;
  /** A phone or a tablet, on which most certificates cannot be used. */
  readonly isHandheld: boolean;
  /** A call of `ensureAuthorized()` is pending. */
  readonly isAwaited: boolean;
}
