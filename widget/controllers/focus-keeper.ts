import type { focusOnEntry } from '../views/announcement.ts';

type Wish = ReturnType<typeof focusOnEntry>;

/**
 * Moves focus inside one element when its screen changes, and never takes it from the host's page: only when it was in the
 * element, or nowhere, may it move.
 */
export class FocusKeeper {
  readonly #element: HTMLElement;
  #wish: Wish = 'keep';
  #wasInside = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  want(wish: Wish): void {
    this.#wish = wish;
  }

  /** For a dialog that opens: its words come before the button that closes it. */
  wantAtLeast(wish: Wish): void {
    if (this.#wish === 'keep') this.#wish = wish;
  }

  /** Before rendering: what has focus may be gone afterwards. */
  remember(): void {
    this.#wasInside = this.#isInside;
  }

  /** Whether focus is on the heading, so that a screen reader has just read it. */
  get isOnHeading(): boolean {
    return this.#element.shadowRoot?.activeElement?.matches('.heading') ?? false;
  }

  /** After rendering. A modal dialog may always take focus: it has just been given to it. */
  settle(isModal: boolean): void {
    const wish = this.#wish;
    this.#wish = 'keep';
    const isLost = this.#wasInside && !this.#isInside;
    const mayMove = isModal || this.#wasInside || isNowhere();
    if (wish !== 'keep' && mayMove) this.#focus(wish === 'first-row' ? '.row' : '.heading');
    else if (isLost) this.#focus('.heading');
  }

  get #isInside(): boolean {
    return this.#element.shadowRoot?.activeElement != null;
  }

  #focus(selector: string): void {
    const target = this.#element.shadowRoot?.querySelector(selector);
    if (target instanceof HTMLElement) target.focus();
  }
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
