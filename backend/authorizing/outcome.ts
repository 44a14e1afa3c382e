import type { Transaction } from 'kysely';
import type { CertificateIdentity, FailureCode } from 'spv-authorize/contract';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { lockAttempt } from './attempts.ts';
import { failureColumns, failureOf, type StoredFailure } from './failure.ts';
import { hasEarlierOpening, type OpeningRow } from './openings.ts';

/** Lease of an opening or a candidate while ANAF is asked about it. A process that needs longer has been stopped. */
export const checkLeaseSeconds = 120;
/** The failure code whose texts say that the fault was in the application's own server. */
const brokenOffCode = 'backend-unreachable' satisfies FailureCode;
const mostAtOnce = 100;

/**
 * Outcome of an opening after its callback. `kept`: ANAF did not answer about the right yet. `too-late`: the attempt
 * was already settled.
 */
export type OpeningOutcome =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly failure: StoredFailure }
  | { readonly kind: 'kept' }
  | { readonly kind: 'too-late' };

/** Stores a failure with its evidence. The attempt fails too, unless another of its openings may still succeed. */
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

/** Openings with a callback but neither an outcome nor a candidate. */
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

/**
 * Such openings whose exchange cannot be running any more: the process was stopped, or the database was unreachable.
 */
function brokenOff(trx: Transaction<Schema>, now: number) {
  return withoutResult(trx).where('returned_at', '<=', now - checkLeaseSeconds);
}

/** Fails the opening if its exchange broke off; undefined if it did not. The caller holds the attempt's lock. */
export async function failIfBrokenOff(
  trx: Transaction<Schema>,
  openingId: string,
  now: number,
): Promise<OpeningOutcome | undefined> {
  const found = await brokenOff(trx, now).where('openings.id', '=', openingId).executeTakeFirst();
  return found && failOpening(trx, openingId, { code: brokenOffCode }, now);
}

/** Fails the opening after an unexpected error, unless its candidate is stored: then the due tasks go on with it. */
export async function failUnlessKept(trx: Transaction<Schema>, openingId: string, now: number): Promise<void> {
  const opening = await trx.selectFrom('openings').select('attempt_id').where('id', '=', openingId).executeTakeFirst();
  if (!opening) return;
  await lockAttempt(trx, opening.attempt_id);
  const isOpen = await withoutResult(trx).where('openings.id', '=', openingId).executeTakeFirst();
  if (isOpen) await failOpening(trx, openingId, { code: brokenOffCode }, now);
}

/** Fails the openings whose exchange broke off, whether or not their page is reloaded. */
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
