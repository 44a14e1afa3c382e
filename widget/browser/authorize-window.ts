const width = 560;
const height = 760;

/** ANAF's window beside the page. A new one takes the place of the old: only a new one is sure to come to the front. */
export class AuthorizeWindow {
  #window: Window | null = null;

  /**
   * Opens it; only within a click. `false` when the browser blocked it. Never `noopener`: with it the browser answers
   * `null` for a window that did open.
   */
  open(url = 'about:blank'): boolean {
    this.close();
    const left = Math.max(0, window.screenX + (window.outerWidth - width) / 2);
    const top = Math.max(0, window.screenY + (window.outerHeight - height) / 2);
    this.#window = window.open(url, '_blank', `popup,width=${width},height=${height},left=${left},top=${top}`);
    // Some blockers answer with a window that is closed from its first moment.
    return this.#window !== null && !this.#window.closed;
  }

  lead(url: string): void {
    this.#window?.location.replace(url);
  }

  focus(): void {
    this.#window?.focus();
  }

  close(): void {
    this.#window?.close();
    this.#window = null;
  }

  /** Only a hint: a page with COOP makes an open window look closed. */
  get seemsClosed(): boolean {
    return this.#window?.closed ?? false;
  }
}
