import type { AttemptAnswer } from '../contract/attempt.ts';

/** Added to the attempt's lifetime, because the answer's `now` is as old as the answer took to arrive. */
const graceMs = 5000;
/** No attempt lasts a day, and browsers fire a timer at once when its delay exceeds 2^31 − 1 ms. */
const longestMs = 86_400_000;

/** Reports that an attempt has expired even when the backend stops answering. Counts from the `now` of the last answer. */
export class LapseTimer {
  readonly #handleLapse: (attemptId: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(handleLapse: (attemptId: string) => void) {
    this.#handleLapse = handleLapse;
  }

  /** Starts the timer again from the newest answer. */
  plan({ now, attempt }: AttemptAnswer): void {
    this.stop();
    const leftMs = Math.max(0, attempt.expiresAt - now) * 1000 + graceMs;
    this.#timer = setTimeout(() => this.#handleLapse(attempt.attemptId), Math.min(leftMs, longestMs));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
