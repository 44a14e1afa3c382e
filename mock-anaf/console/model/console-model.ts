import { type AdminApi, AdminApiError } from '../api/admin-api.ts';
import { readEvents } from '../api/event-stream.ts';
import { type ConsoleState, emptyState, withEntries } from './console-state.ts';
import { readState } from './read-state.ts';

const retryMs = 1000;
const pollMs = 5000;
const settleMs = 200;

/**
 * What the elements show and do. `start` follows the journal and comes back by itself when the mock was away; every exchange
 * and every few seconds the rest is read anew, as other programs steer the mock too.
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

  /** Tells of every change, until the function that it returns is called. */
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

  /** Tries again with the token of the admin port. */
  unlock(token: string): void {
    this.#api.keepToken(token);
    this.stop();
    this.#set({ connection: 'connecting' });
    this.start();
  }

  /** Does something at the admin port, tells what came of it, and reads everything anew. `undefined` if it was refused. */
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
      // Many exchanges come together; what they changed is read once.
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
