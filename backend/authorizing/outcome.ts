import type { Transaction } from 'kysely';
import type { CertificateIdentity, FailureCode } from 'spv-authorize/contract';
import type { Schema } from '../storage/schema.ts';
import { lockAttempt } from './attempts.ts';
import { failureColumns, failureOf, type StoredFailure } from './failure.ts';
import { hasEarlierOpening, type OpeningRow } from './openings.ts';

/** Lease of an opening or a candidate while ANAF is asked about it. A process that holds it longer has been stopped. */
export const checkLeaseSeconds = 120;
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
  if (attempt && attempt.ended_at === null && !(await mayAnotherSucceed(trx, opening, now))) {
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

/** Whether another opening of the attempt is being exchanged, or its candidate is being checked. */
async function mayAnotherSucceed(trx: Transaction<Schema>, opening: OpeningRow, now: number): Promise<boolean> {
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
