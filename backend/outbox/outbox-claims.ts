import type { Selectable, Transaction } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { OutboxTable, Schema } from '../storage/schema.ts';

export type OutboxRow = Selectable<OutboxTable>;
export type OutboxOutcome = NonNullable<OutboxRow['outcome']>;

interface Claim {
  /** Claims an entry that is due at this instant (epoch seconds). */
  readonly due: number;
  /** When the entry is due again if this process is stopped before it has settled it. */
  readonly leaseEnd: number;
  /** Entries that this process is sending right now. A clock that a demo moves must not end their lease. */
  readonly except: ReadonlySet<string>;
}

/** Claims the entry that has waited longest. Several processes may claim at once, and each gets a different one. */
export async function claimEntry(database: Database, { due, leaseEnd, except }: Claim): Promise<OutboxRow | undefined> {
  return database.queries
    .updateTable('outbox')
    .set((column) => ({ next_action_at: leaseEnd, tries: column('tries', '+', 1) }))
    .where('id', '=', (column) =>
      column
        .selectFrom('outbox')
        .select('id')
        .where('next_action_at', '<=', due)
        .$if(except.size > 0, (query) => query.where('id', 'not in', [...except]))
        .orderBy('next_action_at')
        .orderBy('id')
        .limit(1)
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Ends an entry for good. */
export async function endEntry(
  trx: Transaction<Schema>,
  id: string,
  outcome: OutboxOutcome,
  now: number,
): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ outcome, ended_at: now, next_action_at: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Postpones an entry whose try failed. */
export async function postponeEntry(trx: Transaction<Schema>, id: string, nextActionAt: number): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ next_action_at: nextActionAt })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
