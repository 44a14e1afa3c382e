import type { Transaction } from 'kysely';
import { recordHistory } from '../companies/history.ts';
import { certificateOf, deleteUnusedGrant } from '../grants/grant-store.ts';
import type { Schema } from '../storage/schema.ts';
import type { AttemptRow } from './attempt.ts';
import type { CandidateRow } from './candidate.ts';
import { failureColumns } from './failure.ts';

/**
 * Makes a candidate the company's authorization. Replaces the old grant in the same transaction, so the company is
 * never without an authorization. Settles the attempt, and every older one that still waits for ANAF, because their
 * grants must not replace this newer one.
 */
export async function promote(
  trx: Transaction<Schema>,
  attempt: AttemptRow,
  candidate: CandidateRow,
  now: number,
): Promise<void> {
  const before = await trx
    .selectFrom('authorizations')
    .select('grant_id')
    .where('company_id', '=', candidate.company_id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const authorization = {
    grant_id: candidate.grant_id,
    tax_id: candidate.tax_id,
    verdict: 'granted' as const,
    verdict_at: now,
    authorized_at: now,
    authorized_by_id: attempt.user_id,
    authorized_by_name: attempt.user_name,
    via: 'certificate' as const,
    tries: 1,
    next_action_at: null,
  };
  await trx
    .insertInto('authorizations')
    .values({ company_id: candidate.company_id, ...authorization })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(authorization))
    .execute();
  await trx.deleteFrom('candidates').where('grant_id', '=', candidate.grant_id).execute();
  if (before) await deleteUnusedGrant(trx, before.grant_id);
  await settle(trx, candidate, 'succeeded', now);
  for (const obsolete of await obsoleteCandidates(trx, candidate)) {
    await trx.deleteFrom('candidates').where('grant_id', '=', obsolete.grant_id).execute();
    await deleteUnusedGrant(trx, obsolete.grant_id);
    await settle(trx, obsolete, 'too-late', now);
  }
  await recordHistory(trx, {
    companyId: candidate.company_id,
    at: now,
    event: before ? 'replaced' : 'authorized',
    actor: attempt.user_id,
    detail: { certificate: await certificateOf(trx, candidate.grant_id), taxId: candidate.tax_id },
  });
}

/** Candidates that this success makes obsolete: of the same attempt, and of other attempts that are not newer. */
async function obsoleteCandidates(trx: Transaction<Schema>, candidate: CandidateRow): Promise<CandidateRow[]> {
  return trx
    .selectFrom('candidates')
    .selectAll()
    .where('company_id', '=', candidate.company_id)
    .where((column) =>
      column.or([column('attempt_id', '=', candidate.attempt_id), column('created_at', '<=', candidate.created_at)]),
    )
    .execute();
}

async function settle(
  trx: Transaction<Schema>,
  { attempt_id, opening_id }: CandidateRow,
  outcome: 'succeeded' | 'too-late',
  now: number,
): Promise<void> {
  await trx
    .updateTable('attempts')
    .set({ state: 'succeeded', ended_at: now, ...failureColumns(undefined) })
    .where('id', '=', attempt_id)
    .execute();
  await trx.updateTable('openings').set({ outcome }).where('id', '=', opening_id).execute();
}
