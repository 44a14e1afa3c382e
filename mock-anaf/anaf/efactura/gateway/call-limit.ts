/** Counts the calls of the current minute. The counts are not saved, because no client would notice that a restart clears them. */
export class CallLimit {
  #minute = -1;
  readonly #calls = new Map<string, number>();

  /**
   * Counts one call of a caller. Returns `false` if it is over the limit.
   * @param now epoch seconds
   */
  take(caller: string, now: number, callsPerMinute: number): boolean {
    const minute = Math.floor(now / 60);
    if (minute !== this.#minute) this.#calls.clear();
    this.#minute = minute;
    const calls = (this.#calls.get(caller) ?? 0) + 1;
    this.#calls.set(caller, calls);
    return calls <= callsPerMinute;
  }

  clear(): void {
    this.#calls.clear();
  }
}
