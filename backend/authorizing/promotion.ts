import type { Selectable, Transaction } from 'kysely';
import { recordHistory } from '../companies/history.ts';
import { certificateOf, deleteUnusedGrant } from '../grants/grant-store.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { AuthorizationsTable, Schema } from '../storage/schema.ts';
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
  await useLink(trx, attempt, now);
  const before = await pointAuthorization(
    trx,
    {
      company_id: candidate.company_id,
      grant_id: candidate.grant_id,
      tax_id: candidate.tax_id,
      authorized_by_id: attempt.user_id,
      authorized_by_name: attempt.user_name,
      via: attempt.link_id === null ? 'certificate' : 'link',
    },
    now,
  );
  await trx.deleteFrom('candidates').where('grant_id', '=', candidate.grant_id).execute();
  if (before) await deleteUnusedGrant(trx, before);
  await settle(trx, candidate, 'succeeded', now);
  await dropObsoleteCandidates(trx, candidate, now);
  const { company_id: companyId, tax_id: taxId } = candidate;
  const certificate = await certificateOf(trx, candidate.grant_id);
  await recordHistory(trx, {
    companyId,
    at: now,
    event: before ? 'replaced' : 'authorized',
    actor: attempt.user_id,
    detail: { certificate, taxId },
  });
  if (attempt.link_id === null) return;
  await enqueue(trx, { companyId, kind: 'link-completed', detail: { linkId: attempt.link_id, certificate } }, now);
}

/**
 * Only a proven right uses a link up. Its other running tries are settled by this success: a link authorizes once, so a
 * second certificate must not replace the first one by it.
 */
async function useLink(
  trx: Transaction<Schema>,
  { id, link_id }: Pick<AttemptRow, 'id' | 'link_id'>,
  now: number,
): Promise<void> {
  if (link_id === null) return;
  await trx.updateTable('links').set({ used_at: now }).where('id', '=', link_id).where('used_at', 'is', null).execute();
  const others = await trx
    .selectFrom('attempts')
    .select('id')
    .where('link_id', '=', link_id)
    .where('id', '!=', id)
    .where('ended_at', 'is', null)
    .where('state', '!=', 'failed')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (const other of others) await settleTry(trx, other.id, now);
}

async function settleTry(trx: Transaction<Schema>, attemptId: string, now: number): Promise<void> {
  const candidates = await trx.selectFrom('candidates').selectAll().where('attempt_id', '=', attemptId).execute();
  for (const candidate of candidates) await dropCandidate(trx, candidate, now);
  await trx.updateTable('attempts').set({ state: 'succeeded', ended_at: now }).where('id', '=', attemptId).execute();
}

/** A grant whose right ANAF has just confirmed, for one company. */
type ProvenGrant = Pick<
  Selectable<AuthorizationsTable>,
  'company_id' | 'grant_id' | 'tax_id' | 'authorized_by_id' | 'authorized_by_name' | 'via'
>;

/** Points the company's authorization to a proven grant. Returns the id of the grant that it had before. */
export async function pointAuthorization(
  trx: Transaction<Schema>,
  { company_id, ...proven }: ProvenGrant,
  now: number,
): Promise<string | undefined> {
  const before = await trx
    .selectFrom('authorizations')
    .select('grant_id')
    .where('company_id', '=', company_id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const authorization = {
    ...proven,
    verdict: 'granted' as const,
    verdict_at: now,
    authorized_at: now,
    tries: 1,
    next_action_at: null,
  };
  await trx
    .insertInto('authorizations')
    .values({ company_id, ...authorization })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(authorization))
    .execute();
  return before?.grant_id;
}

/**
 * Deletes the candidates that a success makes obsolete, and settles their attempts: of the same attempt, and of other
 * attempts of the company that are not newer.
 */
export async function dropObsoleteCandidates(
  trx: Transaction<Schema>,
  success: { readonly company_id: string; readonly attempt_id?: string; readonly created_at: number },
  now: number,
): Promise<void> {
  const obsolete = await trx
    .selectFrom('candidates')
    .selectAll()
    .where('company_id', '=', success.company_id)
    .where((column) =>
      column.or([
        ...(success.attempt_id === undefined ? [] : [column('attempt_id', '=', success.attempt_id)]),
        column('created_at', '<=', success.created_at),
      ]),
    )
    .execute();
  for (const candidate of obsolete) await dropCandidate(trx, candidate, now);
}

async function dropCandidate(trx: Transaction<Schema>, candidate: CandidateRow, now: number): Promise<void> {
  await trx.deleteFrom('candidates').where('grant_id', '=', candidate.grant_id).execute();
  await deleteUnusedGrant(trx, candidate.grant_id);
  await settle(trx, candidate, 'too-late', now);
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
