import type { MemoryAdapter } from 'spv-authorize';

type Method =
  | 'readAuthorization'
  | 'readAttempt'
  | 'startAttempt'
  | 'verifyAuthorization'
  | 'disconnect'
  | 'readLinks'
  | 'createLink'
  | 'sendLink';

interface Held {
  /** How often the element has called the method since then. */
  readonly calls: () => number;
  readonly release: () => void;
}

/** Makes calls of one method wait until they are released. Ignores their signal, as a custom adapter may. */
export function hold(adapter: MemoryAdapter, method: Method): Held {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Each method keeps its own signature; only the time of its answer changes.
  const methods = adapter as unknown as Record<Method, (...args: unknown[]) => Promise<unknown>>;
  const original = methods[method].bind(adapter);
  let calls = 0;
  methods[method] = async (...args) => {
    calls += 1;
    await promise;
    return original(...args);
  };
  return { calls: () => calls, release: resolve };
}
