import { setTimeout as wait } from 'node:timers/promises';
import { isPassing } from './database-error.ts';

/** 13 seconds in all: a database that is restarted is back by then, and a lock of a minute is still held. */
const pausesMs = [100, 200, 400, 800, 1600, 3200, 6400];

/**
 * Stores what exists nowhere else, such as tokens that ANAF gave out a moment ago and will not give again: tries again for
 * some seconds while the database does not answer. `store` must find out itself when an earlier try was stored after all.
 */
export async function persist<Result>(store: () => Promise<Result>): Promise<Result> {
  for (const pauseMs of pausesMs) {
    try {
      return await store();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(pauseMs);
    }
  }
  return store();
}
