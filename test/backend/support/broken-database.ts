import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';

/** Makes transactions fail before they begin: `times` of them, after the first `after` succeeded. `mend` ends it. */
export function breakTransactions(
  database: Database,
  { after = 0, times = Number.POSITIVE_INFINITY, error }: { after?: number; times?: number; error: Error },
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
/** An error that no retry can help. */
export const badValue = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
