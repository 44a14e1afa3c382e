import type { AttemptAnswer } from '../contract/attempt.ts';

/** The page's clock and the backend's run apart by what an answer takes. */
const graceMs = 5000;
const longestMs = 86_400_000;

/** Says when an attempt's time is over, for a backend that has become silent. Counts from the backend's own `now`. */
export class LapseTimer {
  readonly #handleLapse: (attemptId: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(handleLapse: (attemptId: string) => void) {
    this.#handleLapse = handleLapse;
  }

  /** Each answer corrects the one before. */
  plan({ now, attempt }: AttemptAnswer): void {
    this.stop();
    const leftMs = Math.max(0, attempt.expiresAt - now) * 1000 + graceMs;
    this.#timer = setTimeout(() => this.#handleLapse(attempt.attemptId), Math.min(leftMs, longestMs));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
