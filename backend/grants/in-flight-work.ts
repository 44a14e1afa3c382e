/**
 * Work that has to finish before the process stops: tokens that ANAF issued exist only in memory until they are stored.
 */
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

  /** Resolves when no work is running any more, including work that starts while it waits. */
  async ended(): Promise<void> {
    while (this.#works.size > 0) await Promise.allSettled(this.#works);
  }
}
