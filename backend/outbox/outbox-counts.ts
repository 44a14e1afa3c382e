import type { Database } from '../storage/database.ts';

/** How many e-mails of a kind are in a state. */
export interface MailCount {
  readonly kind: string;
  /** `waiting`, or how they ended. */
  readonly state: string;
  readonly count: number;
}

/** Counts the stored e-mails, which are deleted 90 days after their end. */
export async function countMails(database: Database): Promise<MailCount[]> {
  const rows = await database.queries
    .selectFrom('outbox')
    .select(['kind', 'outcome'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['kind', 'outcome'])
    .orderBy('kind')
    .orderBy('outcome')
    .execute();
  return rows.map(({ kind, outcome, count }) => ({ kind, state: outcome ?? 'waiting', count }));
}
