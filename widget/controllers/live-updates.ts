import { isResultSignal, resultChannelName } from '../contract/result-signal.ts';
import { nextPollSeconds } from '../core/poll-schedule.ts';

export interface LiveUpdatesOptions {
  /** Asks the backend once. Answers how long the backend asked to be left alone, in seconds, or nothing. */
  readonly look: (signal: AbortSignal) => Promise<number | undefined>;
  /** The backend's origin: the only one whose `postMessage` counts. */
  readonly backendOrigin: () => string | undefined;
}

/**
 * Looks at the backend again and again while something is pending: at a growing distance, not while the page is hidden,
 * and at once when the result page says so over BroadcastChannel, a `storage` event or `postMessage`.
 */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  #run: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitedSeconds = 0;
  #looking = false;
  #again = false;

  constructor(options: LiveUpdatesOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  start(): void {
    if (this.#run) return;
    this.#run = new AbortController();
    this.#waitedSeconds = 0;
    this.#listen(this.#run.signal);
    this.lookNow();
  }

  stop(): void {
    this.#run?.abort();
    this.#run = undefined;
    clearTimeout(this.#timer);
  }

  /** Looks without waiting for the next turn. Two wishes during one look are one more look. */
  lookNow(): void {
    if (!this.#run) return;
    clearTimeout(this.#timer);
    if (this.#looking) this.#again = true;
    else void this.#look(this.#run.signal);
  }

  async #look(signal: AbortSignal): Promise<void> {
    this.#looking = true;
    this.#again = false;
    const retryAfterSeconds = await this.#options.look(signal);
    this.#looking = false;
    if (!this.#run) return;
    // The run may have been replaced meanwhile; the new one wants its own first look.
    if (this.#again || this.#run.signal !== signal) this.lookNow();
    else this.#schedule(retryAfterSeconds);
  }

  #schedule(retryAfterSeconds?: number): void {
    if (document.visibilityState === 'hidden') return;
    const seconds = nextPollSeconds(this.#waitedSeconds, retryAfterSeconds);
    this.#timer = setTimeout(() => {
      this.#waitedSeconds += seconds;
      this.lookNow();
    }, seconds * 1000);
  }

  #listen(signal: AbortSignal): void {
    document.addEventListener('visibilitychange', () => this.#handleVisibility(), { signal });
    window.addEventListener('storage', (event) => this.#handleStorage(event), { signal });
    window.addEventListener('message', (event) => this.#handleMessage(event), { signal });
    const channel = new BroadcastChannel(resultChannelName);
    channel.addEventListener('message', ({ data }) => this.#handleSignal(data), { signal });
    signal.addEventListener('abort', () => channel.close());
  }

  #handleVisibility(): void {
    if (document.visibilityState === 'visible') this.lookNow();
    else clearTimeout(this.#timer);
  }

  #handleStorage({ key, newValue }: StorageEvent): void {
    if (key === resultChannelName && newValue !== null) this.lookNow();
  }

  #handleMessage({ origin, data }: MessageEvent<unknown>): void {
    if (origin === this.#options.backendOrigin()) this.#handleSignal(data);
  }

  #handleSignal(data: unknown): void {
    if (isResultSignal(data)) this.lookNow();
  }
}
