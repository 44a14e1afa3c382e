interface Wait {
  readonly ms: number;
  readonly end: () => void;
}

/** Timers of this length and more belong to the element; shorter ones belong to the tests and to rendering. */
const shortestMs = 1000;

/**
 * Replaces `setTimeout` and `clearTimeout` for waits of a second and more: they end when the test says so, and never by
 * themselves. So no poll happens between two steps of a test, however slow the machine is.
 */
export class Waits {
  readonly #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  readonly #pending = new Map<number, Wait>();
  #count = 0;

  constructor() {
    // Browsers throw when these functions are called as methods of another object.
    const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = this.#real;
    globalThis.setTimeout = ((end: () => void, ms = 0) =>
      ms < shortestMs ? realSetTimeout(end, ms) : this.#add({ ms, end })) as typeof setTimeout;
    globalThis.clearTimeout = ((id?: number) => {
      if (id === undefined || !this.#pending.delete(id)) realClearTimeout(id);
    }) as typeof clearTimeout;
  }

  /** The lengths of the pending waits in milliseconds, in the order in which they began. */
  get pending(): readonly number[] {
    return [...this.#pending.values()].map(({ ms }) => ms);
  }

  /** Ends the one pending wait of this length. */
  end(ms: number): void {
    const [found, ...others] = [...this.#pending].filter(([, wait]) => wait.ms === ms);
    if (!found || others.length > 0) throw new Error(`no single wait of ${ms} ms is pending; pending: ${this.pending}`);
    const [id, wait] = found;
    this.#pending.delete(id);
    wait.end();
  }

  restore(): void {
    Object.assign(globalThis, this.#real);
  }

  /** The ids are negative, so that none is also the id of a real timer. */
  #add(wait: Wait): number {
    this.#count += 1;
    this.#pending.set(-this.#count, wait);
    return -this.#count;
  }
}
