import type { Selectable, Transaction } from 'kysely';
import type { CandidatesTable, Schema } from '../storage/schema.ts';

/** A stored grant whose right is not proven yet, and the attempt that it came from. */
export type CandidateRow = Selectable<CandidatesTable>;

/** Reads a candidate and locks it until the transaction ends. Undefined when it was settled already. */
export async function lockCandidate(trx: Transaction<Schema>, grantId: string): Promise<CandidateRow | undefined> {
  return trx.selectFrom('candidates').selectAll().where('grant_id', '=', grantId).forNoKeyUpdate().executeTakeFirst();
}
