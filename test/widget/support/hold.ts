import type { MemoryAdapter } from 'spv-authorize';

type Method = 'readAuthorization' | 'readAttempt' | 'startAttempt' | 'verifyAuthorization' | 'disconnect';

/** Makes calls of one method wait until they are released. It heeds no signal, like a careless host's adapter. */
export function hold(adapter: MemoryAdapter, method: Method): { readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Each method keeps its own signature; only the time of its answer changes.
  const methods = adapter as unknown as Record<Method, (...args: unknown[]) => Promise<unknown>>;
  const original = methods[method].bind(adapter);
  methods[method] = async (...args) => {
    await promise;
    return original(...args);
  };
  return { release: resolve };
}
