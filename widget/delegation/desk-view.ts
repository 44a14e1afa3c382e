import type { LinksAnswer } from '../contract/link.ts';
import type { LinksScreen } from '../core/screen.ts';
import type { Problem } from '../core/state.ts';
import type { DelegationWords } from '../locales/delegation-ro.ts';
import type { Kit } from '../views/kit.ts';
import type { View } from '../views/view.ts';
import type { Desk, DeskInput } from './desk.ts';

/** What every view of this folder receives. */
export interface DeskView {
  readonly kit: Kit;
  readonly view: View;
  readonly words: DelegationWords;
  readonly screen: LinksScreen;
  readonly desk: Desk;
  /** `undefined` until the links have been read. */
  readonly answer: LinksAnswer | undefined;
  /** Why the links could not be read the last time. */
  readonly problem: Problem | undefined;
  readonly send: (input: DeskInput) => void;
}
