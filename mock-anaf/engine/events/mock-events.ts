import type { MockEventMap, MockEventName } from './mock-event-map.ts';

export interface OnceOptions<Name extends MockEventName> {
  /** Resolve only with an event for which it returns `true`. Default: any. */
  readonly filter?: (event: MockEventMap[Name]) => boolean;
  readonly signal?: AbortSignal;
}

type Listener<Name extends MockEventName> = (event: MockEventMap[Name]) => void;

/** Calls listeners in the same process, synchronously and before the request is answered. */
export class MockEvents {
  readonly #listeners = new Map<MockEventName, Set<Listener<never>>>();
  readonly #end = new AbortController();

  /** Calls `listener` at each event of this name. @returns a function that ends that */
  on<Name extends MockEventName>(name: Name, listener: Listener<Name>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    // A wrapper for each call, so that one function may listen twice.
    const own: Listener<Name> = (event) => listener(event);
    listeners.add(own);
    return () => {
      listeners.delete(own);
    };
  }

  /** The next event of this name. Rejects with the signal's reason, or when the mock is stopped. */
  once<Name extends MockEventName>(
    name: Name,
    { filter = () => true, signal }: OnceOptions<Name> = {},
  ): Promise<MockEventMap[Name]> {
    const ended = AbortSignal.any([this.#end.signal, ...(signal ? [signal] : [])]);
    const next = new Promise<MockEventMap[Name]>((resolve, reject) => {
      ended.throwIfAborted();
      const stop = this.on(name, (event) => {
        if (!filter(event)) return;
        stop();
        ended.removeEventListener('abort', abort);
        resolve(event);
      });
      const abort = () => {
        stop();
        reject(ended.reason);
      };
      ended.addEventListener('abort', abort);
    });
    // A caller may have stopped waiting, for example a test that failed. The rejection at `close` must not end its process.
    next.catch(() => undefined);
    return next;
  }

  /** Whether anything listens. Lets a caller skip an event that is expensive to build. */
  isHeard(name: MockEventName): boolean {
    return (this.#listeners.get(name)?.size ?? 0) > 0;
  }

  emit<Name extends MockEventName>(name: Name, event: MockEventMap[Name]): void {
    // `on` puts listeners under the name of their own event only.
    for (const listener of [...(this.#listeners.get(name) ?? [])] as Listener<Name>[]) {
      try {
        listener(event);
      } catch (error) {
        // An error in a listener is a bug of the test. It must not break the answer, so it becomes an uncaught exception.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Rejects every pending `once`. */
  close(): void {
    this.#end.abort(new Error('the mock was stopped'));
    this.#listeners.clear();
  }
}
