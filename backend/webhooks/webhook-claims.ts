import type { Selectable } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { WebhookEventsTable } from '../storage/schema.ts';

export type WebhookRow = Selectable<WebhookEventsTable>;

interface Claim {
  /** Claims an event that is due at this instant (epoch seconds). */
  readonly due: number;
  /** When the event is due again if this process is stopped before it has settled it. */
  readonly leaseEnd: number;
  /** Events that this process is sending right now. A clock that a demo moves must not end their lease. */
  readonly except: ReadonlySet<string>;
}

/** Claims the event that has waited longest. Several processes may claim at once, and each gets a different one. */
export async function claimWebhookEvent(
  database: Database,
  { due, leaseEnd, except }: Claim,
): Promise<WebhookRow | undefined> {
  return database.queries
    .updateTable('webhook_events')
    .set((column) => ({ next_action_at: leaseEnd, tries: column('tries', '+', 1) }))
    .where('id', '=', (column) =>
      column
        .selectFrom('webhook_events')
        .select('id')
        .where('next_action_at', '<=', due)
        .$if(except.size > 0, (query) => query.where('id', 'not in', [...except]))
        .orderBy('next_action_at')
        .orderBy('company_id')
        .orderBy('sequence')
        .limit(1)
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Ends an event for good. */
export async function endWebhookEvent(
  database: Database,
  id: string,
  outcome: NonNullable<WebhookRow['outcome']>,
  now: number,
): Promise<void> {
  await database.queries
    .updateTable('webhook_events')
    .set({ outcome, ended_at: now, next_action_at: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Postpones an event whose try failed. */
export async function postponeWebhookEvent(database: Database, id: string, nextActionAt: number): Promise<void> {
  await database.queries
    .updateTable('webhook_events')
    .set({ next_action_at: nextActionAt })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends what is due without telling anybody, for a backend without a receiver. */
export async function skipWebhookEvents(database: Database, due: number): Promise<void> {
  await database.queries
    .updateTable('webhook_events')
    .set({ outcome: 'skipped', ended_at: due, next_action_at: null })
    .where('next_action_at', '<=', due)
    .execute();
}
