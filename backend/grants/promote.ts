import type { Transaction } from 'kysely';
import type { AttemptRow } from '../authorizations/attempt.ts';
import { failureColumns } from '../authorizations/failure.ts';
import { recordHistory } from '../authorizations/history.ts';
import type { Schema } from '../storage/schema.ts';
import type { CandidateRow } from './candidates.ts';
import { deleteUnusedGrant } from './grant-store.ts';

/**
 * Make before break: the company's authorization moves to the proven grant in the transaction that deletes the old one,
 * so that at no moment it has none. The attempt is settled by it, whatever its other openings bring later.
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
    .forUpdate()
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
    next_action_at: null,
  };
  await trx
    .insertInto('authorizations')
    .values({ company_id: candidate.company_id, ...authorization })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(authorization))
    .execute();
  await trx.deleteFrom('candidates').where('grant_id', '=', candidate.grant_id).execute();
  if (before) await deleteUnusedGrant(trx, before.grant_id);
  await settle(trx, attempt, candidate, now);
  await recordHistory(trx, {
    companyId: candidate.company_id,
    at: now,
    event: before ? 'replaced' : 'authorized',
    actor: attempt.user_id,
    detail: { certificate: await certificateOf(trx, candidate.grant_id), taxId: candidate.tax_id },
  });
}

async function settle(
  trx: Transaction<Schema>,
  attempt: AttemptRow,
  candidate: CandidateRow,
  now: number,
): Promise<void> {
  await trx
    .updateTable('attempts')
    .set({ state: 'succeeded', ended_at: now, ...failureColumns(undefined) })
    .where('id', '=', attempt.id)
    .execute();
  await trx.updateTable('openings').set({ outcome: 'succeeded' }).where('id', '=', candidate.opening_id).execute();
}

async function certificateOf(trx: Transaction<Schema>, grantId: string) {
  return trx.selectFrom('grants').select(['issuer', 'serial']).where('id', '=', grantId).executeTakeFirstOrThrow();
}
