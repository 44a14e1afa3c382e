import type { Transaction } from 'kysely';
import type { CertificateIdentity, FailureCode } from 'spv-authorize/contract';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { lockAttempt } from './attempts.ts';
import { failureColumns, failureOf, type StoredFailure } from './failure.ts';
import { hasEarlierOpening, type OpeningRow } from './openings.ts';

/** Nobody else takes an opening or a candidate while ANAF is asked about it; whoever needs longer has been ended. */
export const checkLeaseSeconds = 120;
/** Of the codes that there are, the one whose words say that the application's own server was the trouble. */
const brokenOffCode = 'backend-unreachable' satisfies FailureCode;
const mostAtOnce = 100;

/** What an opening that came back led to. `kept`: ANAF did not say yet. `too-late`: something else had settled the attempt. */
export type OpeningOutcome =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly failure: StoredFailure }
  | { readonly kind: 'kept' }
  | { readonly kind: 'too-late' };

/**
 * Writes a failure down with all that is known about it. The attempt fails with it, unless another of its openings is on
 * its way to a result: that one decides.
 */
export async function failOpening(
  trx: Transaction<Schema>,
  openingId: string,
  { code, certificate }: { readonly code: FailureCode; readonly certificate?: CertificateIdentity },
  now: number,
): Promise<OpeningOutcome> {
  const opening = await trx.selectFrom('openings').selectAll().where('id', '=', openingId).executeTakeFirstOrThrow();
  const attempt = await lockAttempt(trx, opening.attempt_id);
  const failure = failureOf(code, {
    ...(await evidenceOf(trx, opening)),
    ...(certificate && { certificate }),
  });
  await trx
    .updateTable('openings')
    .set({ outcome: 'failed', ...failureColumns(failure) })
    .where('id', '=', openingId)
    .execute();
  if (attempt && attempt.ended_at === null && !(await isOtherUnderWay(trx, opening, now))) {
    await trx
      .updateTable('attempts')
      .set({ state: 'failed', ...failureColumns(failure), ...(now >= attempt.expires_at && { ended_at: now }) })
      .where('id', '=', attempt.id)
      .execute();
  }
  return { kind: 'failed', failure };
}

async function evidenceOf(trx: Transaction<Schema>, opening: OpeningRow) {
  return {
    ...(opening.answered_after_ms !== null && { answeredAfterSeconds: opening.answered_after_ms / 1000 }),
    earlierOpeningInSameBrowser: await hasEarlierOpening(trx, opening),
  };
}

async function isOtherUnderWay(trx: Transaction<Schema>, opening: OpeningRow, now: number): Promise<boolean> {
  const other = await trx
    .selectFrom('openings')
    .select('id')
    .where('attempt_id', '=', opening.attempt_id)
    .where('id', '!=', opening.id)
    .where((column) =>
      column.or([
        column.and([column('outcome', 'is', null), column('returned_at', '>', now - checkLeaseSeconds)]),
        column.exists(
          column.selectFrom('candidates').select('grant_id').whereRef('candidates.opening_id', '=', 'openings.id'),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Came back, and neither a result nor a grant is there. */
function withoutResult(trx: Transaction<Schema>) {
  return trx
    .selectFrom('openings')
    .select('openings.id')
    .where('returned_at', 'is not', null)
    .where('outcome', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('candidates').select('grant_id').whereRef('candidates.opening_id', '=', 'openings.id'))),
    );
}

/** So for longer than an exchange takes: the process was ended, or the database was away. Nothing will come of it any more. */
function brokenOff(trx: Transaction<Schema>, now: number) {
  return withoutResult(trx).where('returned_at', '<=', now - checkLeaseSeconds);
}

/** The opening's failure when its exchange broke off; undefined when it did not. Under the attempt's lock. */
export async function failIfBrokenOff(
  trx: Transaction<Schema>,
  openingId: string,
  now: number,
): Promise<OpeningOutcome | undefined> {
  const found = await brokenOff(trx, now).where('openings.id', '=', openingId).executeTakeFirst();
  return found && failOpening(trx, openingId, { code: brokenOffCode }, now);
}

/** An exchange ended in an error of ours. With its grant stored, the due work goes on with it; else nothing will come of it. */
export async function failUnlessKept(trx: Transaction<Schema>, openingId: string, now: number): Promise<void> {
  const opening = await trx.selectFrom('openings').select('attempt_id').where('id', '=', openingId).executeTakeFirst();
  if (!opening) return;
  await lockAttempt(trx, opening.attempt_id);
  const isOpen = await withoutResult(trx).where('openings.id', '=', openingId).executeTakeFirst();
  if (isOpen) await failOpening(trx, openingId, { code: brokenOffCode }, now);
}

/** Ends the waiting of those whose exchange broke off, whether or not their page is loaded again. */
export async function failBrokenOff(database: Database, now: number): Promise<void> {
  const rows = await database.transaction((trx) => brokenOff(trx, now).limit(mostAtOnce).execute());
  for (const { id } of rows) {
    await database.transaction(async (trx) => {
      const opening = await trx.selectFrom('openings').select('attempt_id').where('id', '=', id).executeTakeFirst();
      if (!opening) return;
      await lockAttempt(trx, opening.attempt_id);
      await failIfBrokenOff(trx, id, now);
    });
  }
}
