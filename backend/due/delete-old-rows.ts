import type { Database } from '../storage/database.ts';

const daySeconds = 24 * 3600;
/** An attempt is of interest while somebody may ask what became of it; what it led to stands in the history. */
const attemptDays = 30;
/** ANAF tells the state of an upload and gives its message for 60 days. */
const uploadDays = 90;
const mostAtOnce = 500;

/** Deletes what nobody can need any more, so that the tables do not grow without end. */
export async function deleteOldRows(database: Database, now: number): Promise<void> {
  await database.transaction(async (trx) => {
    const old = await trx
      .selectFrom('attempts')
      .select('id')
      .where('ended_at', '<=', now - attemptDays * daySeconds)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('candidates').select('grant_id').whereRef('candidates.attempt_id', '=', 'attempts.id'))),
      )
      .limit(mostAtOnce)
      .forUpdate()
      .skipLocked()
      .execute();
    const ids = old.map(({ id }) => id);
    if (ids.length === 0) return;
    await trx.deleteFrom('openings').where('attempt_id', 'in', ids).execute();
    await trx.deleteFrom('attempts').where('id', 'in', ids).execute();
  });
  await database.queries
    .deleteFrom('uploads')
    .where('uploaded_at', '<=', now - uploadDays * daySeconds)
    .execute();
}
