import { onLookAgain } from '../browser/look-again.ts';
import { nextPollSeconds } from '../core/poll-schedule.ts';

export interface LiveUpdatesOptions {
  /**
   * Reads from the backend once. `called`: another page or the person caused this read; it is not a scheduled one. Resolves
   * with the seconds that the backend asked to wait (`Retry-After`), or `undefined`. Never rejects.
   */
  readonly look: (signal: AbortSignal, called: boolean) => Promise<number | undefined>;
  /** The backend's origin: the only one whose `postMessage` is accepted. */
  readonly backendOrigin: () => string | undefined;
}

/** `often`: polls, at growing intervals. `when-called`: reads only when another page or the person gives a reason. */
export type Pace = 'often' | 'when-called';

/** The least time between two reads that `lookSoon` starts. */
const restMs = 5000;

/**
 * Decides when to read from the backend: at growing intervals while something is pending and the page is visible, and at once
 * when another page of the site or the backend's result page says "look again". At most one read runs at a time.
 */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  #run: AbortController | undefined;
  #pace: Pace = 'when-called';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #waitedSeconds = 0;
  #looking = false;
  #again: 'no' | 'in-turn' | 'called' = 'no';
  #wantedSoon = false;

  constructor(options: LiveUpdatesOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  /** Starts, or changes the pace. Does nothing when it already runs at this pace. `often` begins with a read. */
  start(pace: Pace): void {
    if (this.#run && this.#pace === pace) return;
    this.#pace = pace;
    if (!this.#run) {
      this.#run = new AbortController();
      this.#listen(this.#run.signal);
    }
    clearTimeout(this.#timer);
    this.#waitedSeconds = 0;
    if (pace === 'often') this.#take('in-turn');
  }

  stop(): void {
    this.#run?.abort();
    this.#run = undefined;
    clearTimeout(this.#timer);
    clearTimeout(this.#rest);
    this.#rest = undefined;
    this.#wantedSoon = false;
    this.#again = 'no';
  }

  /** Reads without waiting for the next scheduled read. Any number of calls during one read cause one more read. */
  lookNow(): void {
    this.#take('called');
  }

  /** Reads now, or when five seconds have passed since the last read that `lookSoon` started. */
  lookSoon(): void {
    if (!this.#run) return;
    if (this.#rest !== undefined) {
      this.#wantedSoon = true;
      return;
    }
    this.lookNow();
    this.#rest = setTimeout(() => this.#handleRested(), restMs);
  }

  #handleRested(): void {
    this.#rest = undefined;
    if (!this.#wantedSoon) return;
    this.#wantedSoon = false;
    this.lookSoon();
  }

  #take(reason: 'in-turn' | 'called'): void {
    if (!this.#run) return;
    clearTimeout(this.#timer);
    if (!this.#looking) void this.#look(this.#run.signal, reason === 'called');
    else if (this.#again !== 'called') this.#again = reason;
  }

  async #look(signal: AbortSignal, called: boolean): Promise<void> {
    this.#looking = true;
    this.#again = 'no';
    const retryAfterSeconds = await this.#options.look(signal, called);
    this.#looking = false;
    if (!this.#run) return;
    // This run may have been replaced during the read; the new one then asked for its own read through `#again`.
    if (this.#again !== 'no') this.#take(this.#again);
    else this.#schedule(retryAfterSeconds);
  }

  #schedule(retryAfterSeconds?: number): void {
    if (this.#pace !== 'often' || document.visibilityState === 'hidden') return;
    const seconds = nextPollSeconds(this.#waitedSeconds, retryAfterSeconds);
    this.#timer = setTimeout(() => {
      this.#waitedSeconds += seconds;
      this.#take('in-turn');
    }, seconds * 1000);
  }

  #listen(signal: AbortSignal): void {
    document.addEventListener('visibilitychange', () => this.#handleVisibility(), { signal });
    onLookAgain({ handleCall: () => this.lookNow(), backendOrigin: this.#options.backendOrigin, signal });
  }

  #handleVisibility(): void {
    if (document.visibilityState === 'hidden') clearTimeout(this.#timer);
    else if (this.#pace === 'often') this.lookNow();
  }
}
