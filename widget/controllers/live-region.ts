/** How long a region must have been on the page before assistive technology notices what is written into it. */
const settleMs = 50;

/** Writes into one live region, wherever it stands now: a region that has just appeared is filled a moment later. */
export class LiveRegion {
  #region: Element | null = null;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A text that stands there already is not said again. */
  say(region: Element | null, text: string): void {
    this.#text = text;
    if (region === this.#region) {
      if (this.#timer === undefined) this.#write();
      return;
    }
    this.stop();
    this.#region = region;
    if (region) this.#timer = setTimeout(() => this.#handleSettled(), settleMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#region = null;
  }

  #handleSettled(): void {
    this.#timer = undefined;
    this.#write();
  }

  #write(): void {
    if (this.#region && this.#region.textContent !== this.#text) this.#region.textContent = this.#text;
  }
}
