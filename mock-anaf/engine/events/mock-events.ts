import type { MockEventMap, MockEventName } from './mock-event-map.ts';

/** Options of `once`. */
export interface OnceOptions<Name extends MockEventName> {
  /** Waits for an event for which this function returns `true`. Default: any event. */
  readonly filter?: (event: MockEventMap[Name]) => boolean;
  readonly signal?: AbortSignal;
}

type Listener<Name extends MockEventName> = (event: MockEventMap[Name]) => void;

/** The event emitter of a mock. Listeners are called synchronously, before the request is answered. */
export class MockEvents {
  readonly #listeners = new Map<MockEventName, Set<Listener<never>>>();
  readonly #end = new AbortController();

  /** Calls `listener` for each event of this name. @returns a function that removes the listener */
  on<Name extends MockEventName>(name: Name, listener: Listener<Name>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    // A new wrapper for each call, so that the same function can be added twice.
    const own: Listener<Name> = (event) => listener(event);
    listeners.add(own);
    return () => {
      listeners.delete(own);
    };
  }

  /** Resolves with the next event of this name. Rejects with the signal's reason, or when the mock is stopped. */
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
    // The caller may no longer await the promise, for example after a failed test. Its rejection by `close` must not end the process.
    next.catch(() => undefined);
    return next;
  }

  /** Whether an event has listeners. Lets callers skip building an expensive event. */
  isHeard(name: MockEventName): boolean {
    return (this.#listeners.get(name)?.size ?? 0) > 0;
  }

  emit<Name extends MockEventName>(name: Name, event: MockEventMap[Name]): void {
    // The cast is safe: `on` stores each listener under the name of its own event.
    for (const listener of [...(this.#listeners.get(name) ?? [])] as Listener<Name>[]) {
      try {
        listener(event);
      } catch (error) {
        // An error in a listener is a bug in the test. It must not break the answer, so it becomes an uncaught exception.
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
