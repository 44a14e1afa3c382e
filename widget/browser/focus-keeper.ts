import type { FocusTarget } from '../core/screen-focus.ts';

const selectors = { heading: '.heading', 'first-row': '.row', field: '[data-entry]' } as const satisfies Record<
  Exclude<FocusTarget, 'keep'>,
  string
>;

/**
 * Moves focus inside one element when its screen changes. It never takes focus from the host's page: focus moves only when it
 * was inside the element or when nothing had focus.
 */
export class FocusKeeper {
  readonly #element: HTMLElement;
  #wanted: FocusTarget = 'keep';
  #wasInside = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Sets where focus goes after the next rendering. */
  want(target: FocusTarget): void {
    this.#wanted = target;
  }

  /** Like `want`, but keeps a target that is already set. For a dialog that opens: its close button would get focus otherwise. */
  wantAtLeast(target: FocusTarget): void {
    if (this.#wanted === 'keep') this.#wanted = target;
  }

  /** Call before rendering, which may remove the focused element. */
  remember(): void {
    this.#wasInside = this.#isInside;
  }

  /** Whether the heading has focus, so that a screen reader has already read it. */
  get isOnHeading(): boolean {
    return this.#element.shadowRoot?.activeElement?.matches('.heading') ?? false;
  }

  /** Call after rendering. Inside a modal dialog focus may always move, because the page behind it cannot have focus. */
  settle(isModal: boolean): void {
    const wanted = this.#wanted;
    this.#wanted = 'keep';
    const isLost = this.#wasInside && !this.#isInside;
    const mayMove = isModal || this.#wasInside || isNothingFocused();
    if (wanted !== 'keep' && mayMove) this.#focus(selectors[wanted]);
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

function isNothingFocused(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
