/** Where the backend takes the time from. Nothing else in it reads the machine's clock, and no SQL of ours calls `now()`. */
export interface Clock {
  /** Epoch seconds, whole. */
  now(): number;
}

export const systemClock: Clock = { now: () => Math.floor(Date.now() / 1000) };
