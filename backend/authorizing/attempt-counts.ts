import type { FailureCode } from 'spv-authorize/contract';
import type { Database } from '../storage/database.ts';
import type { StoredAttemptState } from '../storage/schema.ts';

/** How many attempts are in a state. */
export interface AttemptCount {
  readonly state: StoredAttemptState;
  /** Only of failed attempts. */
  readonly failure: FailureCode | undefined;
  readonly count: number;
}

/** Counts the stored attempts, which are deleted 30 days after their end, by state and failure. */
export async function countAttempts(database: Database): Promise<AttemptCount[]> {
  const rows = await database.queries
    .selectFrom('attempts')
    .select(['state', 'failure_code'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['state', 'failure_code'])
    .execute();
  return rows.map(({ state, failure_code: failure, count }) => ({ state, failure: failure ?? undefined, count }));
}
