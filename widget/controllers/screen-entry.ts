import type { Screen } from '../core/screen.ts';
import type { Dictionary } from '../locales/dictionary.ts';
import { announcement, focusOnEntry } from '../views/announcement.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { LiveRegion } from './live-region.ts';

/** What a screen reader hears of a screen that appears: once, either by focus on its heading or by the live region. */
export class ScreenEntry {
  readonly #root: () => ParentNode | null;
  readonly #focus: FocusKeeper;
  readonly #region = new LiveRegion();
  #isNew = false;
  #isHeadingRead = false;

  constructor(element: HTMLElement) {
    this.#root = () => element.shadowRoot;
    this.#focus = new FocusKeeper(element);
  }

  /** Another screen is about to be rendered. */
  begin(screen: Screen): void {
    this.#isNew = true;
    this.#focus.want(focusOnEntry(screen));
  }

  /** The screen stands in a dialog that has just opened. */
  beginInDialog(): void {
    this.#isNew = true;
    this.#focus.wantAtLeast('heading');
  }

  /** Before rendering. */
  remember(): void {
    this.#focus.remember();
  }

  /** After rendering: moves focus where it has to be moved, and says what focus has not had read out. */
  settle(screen: Screen, words: Dictionary, isModal: boolean): void {
    this.#focus.settle(isModal);
    this.#isHeadingRead = this.#focus.isOnHeading || (this.#isHeadingRead && !this.#isNew);
    this.#isNew = false;
    const { heading, more } = announcement(screen, words);
    const parts = this.#isHeadingRead ? [more] : [heading, more];
    this.#region.say(
      this.#root()?.querySelector('[role="status"]') ?? null,
      parts.filter((part) => part !== '').join('. '),
    );
  }

  stop(): void {
    this.#region.stop();
  }
}
