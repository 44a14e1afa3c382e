import type { Transaction } from 'kysely';
import type { CertificateIdentity, FailureCode } from 'spv-authorize/contract';
import type { Schema } from '../storage/schema.ts';
import { lockAttempt } from './attempts.ts';
import { failureColumns, failureOf, type StoredFailure } from './failure.ts';
import { hasEarlierOpening, type OpeningRow } from './openings.ts';

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
  if (attempt && attempt.ended_at === null && !(await isOtherUnderWay(trx, opening))) {
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

async function isOtherUnderWay(trx: Transaction<Schema>, opening: OpeningRow): Promise<boolean> {
  const other = await trx
    .selectFrom('openings')
    .select('id')
    .where('attempt_id', '=', opening.attempt_id)
    .where('id', '!=', opening.id)
    .where('returned_at', 'is not', null)
    .where((column) =>
      column.or([
        column('outcome', 'is', null),
        column.exists(
          column.selectFrom('candidates').select('grant_id').whereRef('candidates.opening_id', '=', 'openings.id'),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
