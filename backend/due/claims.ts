import type { CandidateRow } from '../authorizing/candidate.ts';
import type { Database } from '../storage/database.ts';

/**
 * Which rows to claim, and for how long. Several processes may claim at once, and each gets a different row. A claimed
 * row is due again at the end of its lease, in case the process was stopped.
 */
interface Claim {
  /** Claims rows that are due at this instant (epoch seconds). */
  readonly due: number;
  readonly leaseEnd: number;
}

/** Claims a candidate whose right has to be checked. Undefined when none is due. */
export async function claimCandidate(database: Database, { due, leaseEnd }: Claim): Promise<CandidateRow | undefined> {
  return database.queries
    .updateTable('candidates')
    .set({ next_action_at: leaseEnd })
    .where('grant_id', '=', (column) =>
      column
        .selectFrom('candidates')
        .select('grant_id')
        .where('next_action_at', '<=', due)
        .orderBy('next_action_at')
        .limit(1)
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Claims a company whose right has to be checked again. Undefined when none is due. */
export async function claimAuthorization(
  database: Database,
  { due, leaseEnd }: Claim,
): Promise<{ readonly company_id: string } | undefined> {
  return database.queries
    .updateTable('authorizations')
    .set({ next_action_at: leaseEnd })
    .where('company_id', '=', (column) =>
      column
        .selectFrom('authorizations')
        .select('company_id')
        .where('next_action_at', '<=', due)
        .orderBy('next_action_at')
        .limit(1)
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .returning('company_id')
    .executeTakeFirst();
}
