/**
 * Tracks work that has to finish before the process stops. Tokens that ANAF issued exist only in memory until they are
 * stored.
 */
export class InFlightWork {
  readonly #running = new Set<Promise<unknown>>();

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Resolves when no work is running any more, including work that starts while it waits. */
  async ended(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
