import { isResultSignal, type ResultSignal, resultChannelName } from '../contract/result-signal.ts';
import { nextPollSeconds } from '../core/poll-schedule.ts';

export interface LiveUpdatesOptions {
  /**
   * Asks the backend once; `called`: because something happened, not because it is time. Answers how long the backend asked
   * to be left alone, in seconds, or nothing.
   */
  readonly look: (signal: AbortSignal, called: boolean) => Promise<number | undefined>;
  /** The backend's origin: the only one whose `postMessage` counts. */
  readonly backendOrigin: () => string | undefined;
}

/** `often`: again and again, at a growing distance. `when-called`: only when something says that it is worth it. */
export type Pace = 'often' | 'when-called';

/** How long `lookSoon` waits after one look before it allows the next. */
const restMs = 5000;

/**
 * Looks at the backend while something may happen there: in turns where something is pending, not while the page is
 * hidden, and at once when the result page says so over BroadcastChannel, a `storage` event or `postMessage`.
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

  /** Goes on where it is at this pace already. A wait that begins is looked at once. */
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

  /** Looks without waiting for the next turn. Two wishes during one look are one more look. */
  lookNow(): void {
    this.#take('called');
  }

  /** Looks now when it did not do so in the last five seconds, else when they are over. */
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
    // The run may have been replaced meanwhile; the new one has asked for its own look.
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
    window.addEventListener('storage', (event) => this.#handleStorage(event), { signal });
    window.addEventListener('message', (event) => this.#handleMessage(event), { signal });
    const channel = new BroadcastChannel(resultChannelName);
    channel.addEventListener('message', ({ data }) => this.#handleSignal(data), { signal });
    signal.addEventListener('abort', () => channel.close());
  }

  #handleVisibility(): void {
    if (document.visibilityState === 'hidden') clearTimeout(this.#timer);
    else if (this.#pace === 'often') this.lookNow();
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

/** Tells this site's other pages, and the other elements of this one, to look again. */
export function callOtherPages(): void {
  const signal: ResultSignal = { type: 'spv-authorize:look-again', attemptId: '' };
  const channel = new BroadcastChannel(resultChannelName);
  channel.postMessage(signal);
  channel.close();
}
