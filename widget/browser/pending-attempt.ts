import { returnParameter } from '../contract/result-signal.ts';

const key = 'spv-authorize:attempt';

/**
 * Remembers the running attempt in `sessionStorage` while this tab is at ANAF. Stores only the attempt's id, because its
 * address is a secret. If the browser denies access to storage, nothing is remembered, and the page shows the current
 * authorization when the person returns.
 */
export const pendingAttempt = {
  keep(attemptId: string): void {
    withStorage((storage) => storage.setItem(key, attemptId));
  },

  forget(): void {
    withStorage((storage) => storage.removeItem(key));
  },

  /** Returns the id of the attempt that this tab started, if any, and removes the return parameter from the page's address. */
  take(): string | undefined {
    const kept = withStorage((storage) => storage.getItem(key)) ?? undefined;
    removeReturnParameter();
    return kept;
  },
};

function removeReturnParameter(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has(returnParameter)) return;
  url.searchParams.delete(returnParameter);
  history.replaceState(history.state, '', url);
}

function withStorage<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(sessionStorage);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
