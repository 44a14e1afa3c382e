/** Where the backend learns the time. Nothing else asks the machine, so that a test can live through a year. */
export interface Clock {
  /** Epoch seconds with a fraction. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() / 1000 };

/** The clock's whole epoch second: what is stored, compared and sent. */
export function instantOf(clock: Clock): number {
  return Math.floor(clock.now());
}
