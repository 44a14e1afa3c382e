import { openIn } from './form-navigation.ts';

const width = 560;
const height = 760;

/** The popup window in which the person signs in at ANAF. There is at most one: opening another one closes it first. */
export class AuthorizeWindow {
  #window: Window | null = null;

  /**
   * Opens a new window; call it only while handling a click. Returns `false` when the browser blocked it. Does not reuse a
   * window, because browsers do not reliably bring it to the front, and does not set `noopener`, because `window.open` then
   * returns `null` even when a window did open.
   */
  open(): boolean {
    this.close();
    const left = Math.max(0, window.screenX + (window.outerWidth - width) / 2);
    const top = Math.max(0, window.screenY + (window.outerHeight - height) / 2);
    const features = `popup,width=${width},height=${height},left=${left},top=${top}`;
    this.#window = window.open('about:blank', '_blank', features);
    // Some popup blockers return a window that is already closed.
    return this.#window !== null && !this.#window.closed;
  }

  /** Opens an address in the open window. */
  navigate(url: string, byForm: boolean): void {
    if (this.#window) openIn(this.#window, url, byForm);
  }

  focus(): void {
    this.#window?.focus();
  }

  close(): void {
    this.#window?.close();
    this.#window = null;
  }

  /** A hint, not a fact: a page with `Cross-Origin-Opener-Policy` makes an open window look closed. */
  get seemsClosed(): boolean {
    return this.#window?.closed ?? false;
  }
}
