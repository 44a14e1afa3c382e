import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';

/** Lets transactions of a database fail before they begin, `after` so many good ones; `mend` ends that. */
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

/** As `pg` says it when the server is gone. */
export const connectionLost = new Error('Connection terminated unexpectedly');
/** What no repetition helps against. */
export const badValue = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
