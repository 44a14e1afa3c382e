/** Replaces ANAF's window: records its addresses, and closes when the test says so. */
export class FakeWindow {
  closed = false;
  focused = 0;
  readonly addresses: string[] = [];
  readonly document = document.implementation.createHTMLDocument();
  readonly location = { assign: (url: string) => this.addresses.push(url) };

  focus(): void {
    this.focused += 1;
  }

  close(): void {
    this.closed = true;
  }
}

/**
 * Replaces `window.open` and puts it back with `restore`. `blocked`: the browser gives no window. `features` are those of
 * the last call.
 */
export function fakeWindows({ blocked = false } = {}) {
  const open = window.open;
  const opened: FakeWindow[] = [];
  const calls: { url: string; features: string }[] = [];
  window.open = (url, _target, features) => {
    calls.push({ url: String(url), features: features ?? '' });
    if (blocked) return null;
    const fake = new FakeWindow();
    opened.push(fake);
    // The element uses only the members that FakeWindow has.
    return fake as unknown as Window;
  };
  return {
    opened,
    calls,
    restore: () => {
      window.open = open;
    },
  };
}
