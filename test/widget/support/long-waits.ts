/** Catches the waits of one length instead of letting them pass; every other runs as usual. `restore` ends the catching. */
export function longWaits(caughtMs: number) {
  const { setTimeout: realSetTimeout } = globalThis;
  const caught: (() => void)[] = [];
  globalThis.setTimeout = ((end: () => void, ms = 0) =>
    ms === caughtMs ? caught.push(end) : realSetTimeout(end, ms)) as typeof setTimeout;
  return {
    get count() {
      return caught.length;
    },
    endAll: () => {
      for (const end of caught.splice(0)) end();
    },
    restore: () => {
      globalThis.setTimeout = realSetTimeout;
    },
  };
}
