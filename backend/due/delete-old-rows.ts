import type { Transaction } from 'kysely';
import { endedLinkDays } from '../links/links.ts';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';

const daySeconds = 24 * 3600;
/** A page reads its attempt only for minutes, and the history keeps the outcome. */
const attemptDays = 30;
/** Longer than the 60 days for which ANAF returns an upload's state and its message. */
const uploadDays = 90;
/** For questions about a mail or an event that did or did not arrive. */
const messageDays = 90;
/** Somebody may press "do not write to me again" in a mail of last year. */
const unsubscribeDays = 400;
const maxAttemptsPerPass = 500;

/** Deletes rows that nobody needs any more, so that the tables do not grow without limit. */
export async function deleteOldRows(database: Database, now: number): Promise<void> {
  await database.transaction(async (trx) => {
    const old = await trx
      .selectFrom('attempts')
      .select('id')
      .where('ended_at', '<=', now - attemptDays * daySeconds)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('candidates').select('grant_id').whereRef('candidates.attempt_id', '=', 'attempts.id'))),
      )
      .limit(maxAttemptsPerPass)
      .forUpdate()
      .skipLocked()
      .execute();
    const ids = old.map(({ id }) => id);
    if (ids.length === 0) return;
    await trx.deleteFrom('openings').where('attempt_id', 'in', ids).execute();
    await trx.deleteFrom('attempts').where('id', 'in', ids).execute();
  });
  await database.transaction((trx) => deleteEndedLinks(trx, now - endedLinkDays * daySeconds));
  await database.queries
    .deleteFrom('receipts')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('grants').select('id').whereRef('grants.id', '=', 'receipts.grant_id'))),
    )
    .execute();
  await database.queries
    .deleteFrom('uploads')
    .where('uploaded_at', '<=', now - uploadDays * daySeconds)
    .execute();
  await database.queries
    .deleteFrom('outbox')
    .where('ended_at', '<=', now - messageDays * daySeconds)
    .execute();
  await database.queries
    .deleteFrom('webhook_events')
    .where('ended_at', '<=', now - messageDays * daySeconds)
    .execute();
  await database.queries
    .deleteFrom('unsubscribe_tokens')
    .where('created_at', '<=', now - unsubscribeDays * daySeconds)
    .execute();
}

/** A link whose attempts are kept for longer is deleted after them. */
async function deleteEndedLinks(trx: Transaction<Schema>, until: number): Promise<void> {
  await trx
    .deleteFrom('links')
    .where(({ eb, fn }) => eb(fn.coalesce('used_at', 'declined_at', 'cancelled_at', 'expires_at'), '<=', until))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attempts').select('id').whereRef('attempts.link_id', '=', 'links.id'))),
    )
    .execute();
}
