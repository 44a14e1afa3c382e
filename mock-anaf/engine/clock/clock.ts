/** The mock's time. All dates, limits and lifetimes in the mock follow this one clock. */
export interface Clock {
  /** Epoch seconds, with fractions. */
  now(): number;
}

/** How a clock differs from the system time. */
export interface ClockSetting {
  readonly aheadSeconds: number;
  /** Epoch seconds at which the clock is frozen; `null`: it runs. */
  readonly frozenAt: number | null;
}

/**
 * A clock that starts at the system time. Tests can shift it in both directions, and freeze it.
 * @example clock.advance(90 * 86_400); // every access token issued until now is expired
 */
export class MovableClock implements Clock {
  readonly #machineNow: () => number;
  #offsetSeconds = 0;
  #frozenAt: number | undefined;

  /** @param machineNow the system time in epoch seconds; replaced only to test the clock itself */
  constructor(machineNow: () => number = () => Date.now() / 1000) {
    this.#machineNow = machineNow;
  }

  get isFrozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  now(): number {
    return this.#frozenAt ?? this.#machineNow() + this.#offsetSeconds;
  }

  /** Jumps to an instant (epoch seconds), in either direction. A frozen clock stays frozen there. */
  set(instant: number): void {
    if (!Number.isFinite(instant)) throw new TypeError(`"instant" must be epoch seconds, got ${instant}`);
    if (this.#frozenAt !== undefined) this.#frozenAt = instant;
    else this.#offsetSeconds = instant - this.#machineNow();
  }

  /** The current setting, for `restore`. */
  get setting(): ClockSetting {
    return { aheadSeconds: this.#offsetSeconds, frozenAt: this.#frozenAt ?? null };
  }

  /** Applies a setting that was read before. */
  restore({ aheadSeconds, frozenAt }: ClockSetting): void {
    this.#offsetSeconds = aheadSeconds;
    this.#frozenAt = frozenAt ?? undefined;
  }

  /** Moves the clock forward by a number of seconds; a negative number moves it back. */
  advance(seconds: number): void {
    if (!Number.isFinite(seconds)) throw new TypeError(`"seconds" must be a number, got ${seconds}`);
    this.set(this.now() + seconds);
  }

  freeze(): void {
    this.#frozenAt = this.now();
  }

  /** Continues from the instant at which the clock was frozen. */
  unfreeze(): void {
    if (this.#frozenAt === undefined) return;
    this.#offsetSeconds = this.#frozenAt - this.#machineNow();
    this.#frozenAt = undefined;
  }

  /** Returns to the system time, running. */
  reset(): void {
    this.#offsetSeconds = 0;
    this.#frozenAt = undefined;
  }
}
