/** The mock's time. Everything that the mock writes, counts or lets expire follows this one clock. */
export interface Clock {
  /** Epoch seconds, with fractions. */
  now(): number;
}

/** How a clock differs from the machine's time. */
export interface ClockSetting {
  readonly aheadSeconds: number;
  /** Epoch seconds at which it is frozen; `null`: it runs. */
  readonly frozenAt: number | null;
}

/**
 * A clock that runs with the machine's, shifted by what a test asks for, or frozen.
 */
export class MovableClock implements Clock {
  readonly #machineNow: () => number;
  #offsetSeconds = 0;
  #frozenAt: number | undefined;

  /** @param machineNow epoch seconds of the machine; replaced only to test the clock itself */
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

  restore({ aheadSeconds, frozenAt }: ClockSetting): void {
    this.#offsetSeconds = aheadSeconds;
    this.#frozenAt = frozenAt ?? undefined;
  }

  /** Moves by seconds; negative goes back. */
  advance(seconds: number): void {
    if (!Number.isFinite(seconds)) throw new TypeError(`"seconds" must be a number, got ${seconds}`);
    this.set(this.now() + seconds);
  }

  freeze(): void {
    this.#frozenAt = this.now();
  }

  /** Runs on from the instant at which it was frozen. */
  unfreeze(): void {
    if (this.#frozenAt === undefined) return;
    this.#offsetSeconds = this.#frozenAt - this.#machineNow();
    this.#frozenAt = undefined;
  }

  /** Back to the machine's time, running. */
  reset(): void {
    this.#offsetSeconds = 0;
    this.#frozenAt = undefined;
  }
}
