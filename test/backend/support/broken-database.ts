import assert from 'node:assert/strict';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';

export interface Breakage {
  /** Number of transactions that still succeed. Default: 0. */
  readonly after?: number;
  /** Number of transactions that fail. Default: all, until `mend`. */
  readonly times?: number;
  readonly error: Error;
}

/** Makes transactions fail before they begin. */
export function breakTransactions(
  database: Database,
  { after = 0, times = Number.POSITIVE_INFINITY, error }: Breakage,
): { mend(): void } {
  const real = database.transaction.bind(database);
  let count = 0;
  database.transaction = (work) => {
    count += 1;
    return count > after && count <= after + times ? Promise.reject(error) : real(work);
  };
  return {
    mend: () => {
      database.transaction = real;
    },
  };
}

/** The error of `pg` when the server is gone. */
export const connectionLost = new Error('Connection terminated unexpectedly');
/** An error that repeating the transaction does not help against. */
export const badValue = Object.assign(new Error('invalid byte sequence'), { code: '22021' });

/** Makes every query outside of transactions fail. */
export function breakQueries(database: Database, error: Error): { mend(): void } {
  const queries = { configurable: true, get: () => assert.fail(error) };
  Object.defineProperty(database, 'queries', queries);
  return {
    // The getter of the class shows through again.
    mend: () => void Reflect.deleteProperty(database, 'queries'),
  };
}
