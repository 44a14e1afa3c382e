import { type Clock, instantOf } from '../time/clock.ts';

/** Tasks that become due, for example `DueTasks`. */
export interface RunnableTasks {
  /** One pass over what is due at `due` (epoch seconds). */
  run(due: number): Promise<unknown>;
}

export interface DueTaskLoopOptions {
  /** Time between the end of one pass and the start of the next. */
  readonly pauseMs: number;
  readonly onError: (error: unknown) => void;
}

/** Runs the due tasks again and again, one pass at a time, until it is stopped. */
export class DueTaskLoop {
  readonly #tasks: RunnableTasks;
  readonly #clock: Clock;
  readonly #options: DueTaskLoopOptions;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();
  #isRunning = false;

  constructor(tasks: RunnableTasks, clock: Clock, options: DueTaskLoopOptions) {
    this.#tasks = tasks;
    this.#clock = clock;
    this.#options = options;
  }

  /** Has no effect while the loop is running. */
  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#schedule();
  }

  /** Starts no further pass, and resolves when the current one has ended. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#timer);
    await this.#pass;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#pass = this.#runOnce();
    }, this.#options.pauseMs);
  }

  async #runOnce(): Promise<void> {
    try {
      await this.#tasks.run(instantOf(this.#clock));
    } catch (error) {
      this.#options.onError(error);
    }
    if (this.#isRunning) this.#schedule();
  }
}
