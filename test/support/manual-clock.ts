/** A clock that stands still until a test moves it. Fits every part's `Clock`. */
export class ManualClock {
  #now: number;

  /** @param now epoch seconds; by default a Tuesday in November 2026, 08:00 UTC */
  constructor(now = 1_795_507_200) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  advance(seconds: number): void {
    this.#now += seconds;
  }
}
