import { FocusKeeper } from '../browser/focus-keeper.ts';
import { LiveRegion } from '../browser/live-region.ts';
import type { Screen } from '../core/screen.ts';
import { type FocusTarget, focusOnEntry } from '../core/screen-focus.ts';
import type { Announcement } from '../views/announcement.ts';

/**
 * Moves focus and announces the text when a screen appears. A screen reader reads the heading exactly once: because it has
 * focus, or from the live region.
 */
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

  /** Call when another screen is about to be rendered. */
  begin(screen: Screen): void {
    this.#isNew = true;
    this.#focus.want(focusOnEntry(screen));
  }

  /** Call when focus has to move inside the same screen. */
  want(target: FocusTarget): void {
    this.#focus.want(target);
  }

  /** Call when the dialog around the screen has just opened. */
  beginInDialog(): void {
    this.#isNew = true;
    this.#focus.wantAtLeast('heading');
  }

  /** Call before rendering. */
  remember(): void {
    this.#focus.remember();
  }

  /** Call after rendering: moves focus if necessary, and announces what the move of focus did not make a screen reader read. */
  settle({ heading, more }: Announcement, isModal: boolean): void {
    this.#focus.settle(isModal);
    this.#isHeadingRead = this.#focus.isOnHeading || (this.#isHeadingRead && !this.#isNew);
    this.#isNew = false;
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
