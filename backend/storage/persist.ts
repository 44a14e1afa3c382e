import { setTimeout as wait } from 'node:timers/promises';
import { isTemporary } from './database-error.ts';

/** 12.7 seconds in all: enough for a database that restarts, and shorter than the refresh lease of a minute. */
const pausesMs = [100, 200, 400, 800, 1600, 3200, 6400];

/**
 * Stores something that exists nowhere else, such as tokens that ANAF has just issued. Retries for some seconds while
 * the database does not answer. `store` may run again after a try that succeeded without an answer, so it must be safe
 * to repeat.
 */
export async function persist<Result>(store: () => Promise<Result>): Promise<Result> {
  for (const pauseMs of pausesMs) {
    try {
      return await store();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      await wait(pauseMs);
    }
  }
  return store();
}
