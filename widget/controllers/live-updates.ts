import { onLookAgain } from '../browser/look-again.ts';
import { nextPollSeconds } from '../core/poll-schedule.ts';

export interface LiveUpdatesOptions {
  /**
   * Reads from the backend once. `isRequested`: another page or the person asked for this read; it is not a scheduled one.
   * Resolves with the seconds that the backend asked to wait (`Retry-After`), or `undefined`. Never rejects.
   */
  readonly look: (signal: AbortSignal, isRequested: boolean) => Promise<number | undefined>;
  /** The backend's origin: the only one whose `postMessage` is accepted. */
  readonly backendOrigin: () => string | undefined;
}

/** `often`: polls, at growing intervals. `on-request`: reads only when another page or the person asks for it. */
export type Pace = 'often' | 'on-request';

/** The least time between two reads that `lookSoon` starts. */
const cooldownMs = 5000;

/**
 * Decides when to read from the backend: at growing intervals while something is pending and the page is visible, and at once
 * when another page of the site or the backend's result page says "look again". At most one read runs at a time.
 */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  #run: AbortController | undefined;
  #pace: Pace = 'on-request';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cooldown: ReturnType<typeof setTimeout> | undefined;
  #waitedSeconds = 0;
  #isReading = false;
  /** Why another read follows the running one, if it does. */
  #nextReason: 'no' | 'scheduled' | 'requested' = 'no';
  #isReadWanted = false;

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
    if (pace === 'often') this.#requestRead('scheduled');
  }

  /** Polls as often as at the beginning, because something has just happened. */
  hurry(): void {
    this.#waitedSeconds = 0;
  }

  stop(): void {
    this.#run?.abort();
    this.#run = undefined;
    clearTimeout(this.#timer);
    clearTimeout(this.#cooldown);
    this.#cooldown = undefined;
    this.#isReadWanted = false;
    this.#nextReason = 'no';
  }

  /** Reads without waiting for the next scheduled read. Any number of calls during one read cause one more read. */
  lookNow(): void {
    this.#requestRead('requested');
  }

  /** Reads now, or when five seconds have passed since the last read that `lookSoon` started. */
  lookSoon(): void {
    if (!this.#run) return;
    if (this.#cooldown !== undefined) {
      this.#isReadWanted = true;
      return;
    }
    this.lookNow();
    this.#cooldown = setTimeout(() => this.#handleCooldownEnd(), cooldownMs);
  }

  #handleCooldownEnd(): void {
    this.#cooldown = undefined;
    if (!this.#isReadWanted) return;
    this.#isReadWanted = false;
    this.lookSoon();
  }

  #requestRead(reason: 'scheduled' | 'requested'): void {
    if (!this.#run) return;
    clearTimeout(this.#timer);
    if (!this.#isReading) void this.#read(this.#run.signal, reason === 'requested');
    else if (this.#nextReason !== 'requested') this.#nextReason = reason;
  }

  async #read(signal: AbortSignal, isRequested: boolean): Promise<void> {
    this.#isReading = true;
    this.#nextReason = 'no';
    const retryAfterSeconds = await this.#options.look(signal, isRequested);
    this.#isReading = false;
    if (!this.#run) return;
    // This run may have been replaced during the read. The new run then asked for its own read through `#nextReason`.
    if (this.#nextReason !== 'no') this.#requestRead(this.#nextReason);
    else this.#schedule(retryAfterSeconds);
  }

  #schedule(retryAfterSeconds?: number): void {
    if (this.#pace !== 'often' || document.visibilityState === 'hidden') return;
    const seconds = nextPollSeconds(this.#waitedSeconds, retryAfterSeconds);
    this.#timer = setTimeout(() => {
      this.#waitedSeconds += seconds;
      this.#requestRead('scheduled');
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
