/** The backend's only source of the time, so that a test can simulate a year. */
export interface Clock {
  /** Epoch seconds, with a fraction. */
  now(): number;
}

/** The clock of the operating system. */
export const systemClock: Clock = { now: () => Date.now() / 1000 };

/** The current epoch second, rounded down: the form of instants that are stored, compared and sent. */
export function instantOf(clock: Clock): number {
  return Math.floor(clock.now());
}
