/** Work that must not be cut off: tokens that ANAF has given out are in memory only until they are stored. */
export class InFlightWork {
  readonly #works = new Set<Promise<unknown>>();

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const running = work();
    this.#works.add(running);
    try {
      return await running;
    } finally {
      this.#works.delete(running);
    }
  }

  /** Resolves when nothing is under way any more, also nothing that began meanwhile. */
  async ended(): Promise<void> {
    while (this.#works.size > 0) await Promise.allSettled(this.#works);
  }
}
