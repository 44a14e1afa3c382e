/** How long a region has to be on the page before assistive technology notices a change of its text. */
const settleMs = 50;

/**
 * Writes announcements into the live region of an element. A render may replace the region (a dialog has its own); a region
 * that has just appeared is filled after `settleMs`, because assistive technology would miss an earlier text.
 */
export class LiveRegion {
  #region: Element | null = null;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Announces a text. A text that the region already has is not announced again. */
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
