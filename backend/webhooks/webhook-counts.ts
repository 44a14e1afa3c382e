import type { Database } from '../storage/database.ts';

/** How many events of a type are in a state. */
export interface WebhookCount {
  readonly type: string;
  /** `waiting`, or how they ended. */
  readonly state: string;
  readonly count: number;
}

/** Counts the stored events, which are deleted 90 days after their end. */
export async function countWebhookEvents(database: Database): Promise<WebhookCount[]> {
  const rows = await database.queries
    .selectFrom('webhook_events')
    .select(['type', 'outcome'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['type', 'outcome'])
    .orderBy('type')
    .orderBy('outcome')
    .execute();
  return rows.map(({ type, outcome, count }) => ({ type, state: outcome ?? 'waiting', count }));
}
