import { type AdminApi, AdminApiError } from '../api/admin-api.ts';
import { readEvents } from '../api/event-stream.ts';
import { type ConsoleState, emptyState, withEntries } from './console-state.ts';
import { readState } from './read-state.ts';

/** Delay between two attempts to reach the mock. */
const retryMs = 1000;
const pollMs = 5000;
/** How long there must be no new exchange before the state is read again. */
const settleMs = 200;

/**
 * The state that the elements show, and the actions that change it. After `start`, it follows the journal and reconnects if the
 * connection is lost. Everything else is read again after each exchange and every few seconds, because other programs may control the
 * mock as well.
 */
export class ConsoleModel {
  readonly #api: AdminApi;
  readonly #listeners = new Set<() => void>();
  #state = emptyState;
  #stop = new AbortController();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(api: AdminApi) {
    this.#api = api;
  }

  get state(): ConsoleState {
    return this.#state;
  }

  /** Calls `listener` after every change. @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const poll = setInterval(() => {
      if (document.visibilityState === 'visible' && this.#state.connection === 'live') this.#refresh();
    }, pollMs);
    signal.addEventListener('abort', () => clearInterval(poll));
    this.#followForever(signal);
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#settling);
  }

  /** Reconnects with a token for the admin port. */
  unlock(token: string): void {
    this.#api.keepToken(token);
    this.stop();
    this.#set({ connection: 'connecting' });
    this.start();
  }

  /**
   * Sends an action to the admin port, shows a notice about its result, and reads the state again.
   * @param done the notice if it succeeds
   * @returns `undefined` if it failed
   */
  async act<Result>(work: (api: AdminApi) => Promise<Result>, done?: string): Promise<Result | undefined> {
    try {
      const result = await work(this.#api);
      if (done !== undefined) this.tell(done);
      await this.#refresh();
      return result;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  tell(text: string): void {
    this.#set({ notice: { kind: 'done', text } });
  }

  forgetNotice(): void {
    const { notice: _, ...others } = this.#state;
    this.#state = others;
  }

  forgetEntries(): void {
    this.#set({ entries: [] });
  }

  async #followForever(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#state.connection !== 'locked') {
      try {
        await this.#refreshOrThrow();
        await this.#follow(signal);
        this.#set({ connection: 'lost' });
      } catch (error) {
        if (signal.aborted) return;
        const isLocked = error instanceof AdminApiError && error.status === 401;
        this.#set({ connection: isLocked ? 'locked' : 'lost', isTokenWrong: isLocked && this.#api.hasToken });
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const after = this.#state.entries.at(-1)?.number ?? 0;
    const { body } = await this.#api.request('GET', `/journal/stream?after=${after}`, { signal });
    if (!body) return;
    this.#set({ connection: 'live' });
    for await (const events of readEvents(body)) {
      if (events.length === 0) continue;
      const fresh = events.map((data) => JSON.parse(data));
      this.#set({ entries: withEntries(this.#state.entries, fresh) });
      // Exchanges often arrive in groups: read the state once after the last one.
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#refresh(), settleMs);
    }
  }

  async #refresh(): Promise<void> {
    try {
      await this.#refreshOrThrow();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #refreshOrThrow(): Promise<void> {
    this.#set(await readState(this.#api));
  }

  #fail(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    this.#set({ notice: { kind: 'failed', text } });
  }

  #set(change: Partial<ConsoleState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
