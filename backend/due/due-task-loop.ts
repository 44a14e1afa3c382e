import { type Clock, instantOf } from '../time/clock.ts';
import type { DueWork } from './due-work.ts';

/** Runs due work again and again, one pass at a time, until it is stopped. */
export class DueLoop {
  readonly #work: DueWork;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #pauseMs: number;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();
  #isRunning = false;

  constructor(work: DueWork, clock: Clock, options: { onError: (error: unknown) => void; pauseMs: number }) {
    this.#work = work;
    this.#clock = clock;
    this.#onError = options.onError;
    this.#pauseMs = options.pauseMs;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#schedule();
  }

  /** Resolves when a pass that is under way has ended. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#timer);
    await this.#pass;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#pass = this.#runOnce();
    }, this.#pauseMs);
  }

  async #runOnce(): Promise<void> {
    try {
      await this.#work.run(instantOf(this.#clock));
    } catch (error) {
      this.#onError(error);
    }
    if (this.#isRunning) this.#schedule();
  }
}
