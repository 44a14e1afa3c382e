import { returnParameter } from '../contract/result-signal.ts';

const key = 'spv-authorize:attempt';

/**
 * Remembers an attempt over the tab's way to ANAF and back. Only its id: the address is a secret. A page whose storage is
 * closed to scripts shows the authorization as it is when the person returns.
 */
export const pendingAttempt = {
  keep(attemptId: string): void {
    withStorage((storage) => storage.setItem(key, attemptId));
  },

  forget(): void {
    withStorage((storage) => storage.removeItem(key));
  },

  /** The attempt to go on with, if this tab began one. Takes the return parameter out of the page's address. */
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
