import type { MockEventMap, MockEventName } from './mock-event-map.ts';

export interface OnceOptions<Name extends MockEventName> {
  /** Only an event for which it says `true`. */
  readonly filter?: (event: MockEventMap[Name]) => boolean;
  readonly signal?: AbortSignal;
}

type Listener<Name extends MockEventName> = (event: MockEventMap[Name]) => void;

/** Tells listeners in the same process what happens, at the moment at which it happens and before it is answered. */
export class MockEvents {
  readonly #listeners = new Map<MockEventName, Set<Listener<never>>>();
  readonly #end = new AbortController();

  /** Calls `listener` at each event of this name. @returns what ends that */
  on<Name extends MockEventName>(name: Name, listener: Listener<Name>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    // A listener of its own, so that one function may listen twice.
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
    // Who gave up waiting for it, as a test that failed before, is not to be ended by the stop of the mock.
    next.catch(() => undefined);
    return next;
  }

  /** Whether anybody listens: an event that costs something need not be made for nobody. */
  isHeard(name: MockEventName): boolean {
    return (this.#listeners.get(name)?.size ?? 0) > 0;
  }

  emit<Name extends MockEventName>(name: Name, event: MockEventMap[Name]): void {
    // `on` puts listeners under the name of their own event only.
    for (const listener of [...(this.#listeners.get(name) ?? [])] as Listener<Name>[]) {
      try {
        listener(event);
      } catch (error) {
        // The fault of a listener is the test's, not a reason to break an answer: it comes out as an uncaught exception.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Rejects what still waits. */
  close(): void {
    this.#end.abort(new Error('the mock was stopped'));
    this.#listeners.clear();
  }
}
