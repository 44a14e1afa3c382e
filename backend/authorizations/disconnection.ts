import type { Transaction } from 'kysely';
import { endAsCancelled } from '../authorizing/attempts.ts';
import { lockCompany } from '../companies/companies.ts';
import { recordHistory } from '../companies/history.ts';
import { deleteUnusedGrant } from '../grants/grant-store.ts';
import type { Schema } from '../storage/schema.ts';

/** A company that is disconnected, and by whom. */
export interface Disconnection {
  readonly companyId: string;
  /** For the history. */
  readonly actor: string;
  /** `withdrawn`: by the holder of the certificate, not by the company. */
  readonly event: 'disconnected' | 'withdrawn';
}

/**
 * Deletes the company's tokens, including those of candidates, and cancels its open attempts. ANAF keeps the
 * permission, because it has no working revocation (docs/facts-anaf.md §1.8).
 */
export async function disconnectCompany(
  trx: Transaction<Schema>,
  { companyId, actor, event }: Disconnection,
  now: number,
): Promise<void> {
  await lockCompany(trx, companyId);
  const open = await trx
    .selectFrom('attempts')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const unproven = await trx
    .deleteFrom('candidates')
    .where('company_id', '=', companyId)
    .returning('grant_id')
    .execute();
  for (const attempt of open) await endAsCancelled(trx, attempt, now);
  const proven = await trx
    .deleteFrom('authorizations')
    .where('company_id', '=', companyId)
    .returning('grant_id')
    .execute();
  // Grants are locked in the order of their ids, so that two companies which share several do not deadlock.
  const removed = [...unproven, ...proven].map(({ grant_id }) => grant_id).sort();
  for (const grantId of removed) await deleteUnusedGrant(trx, grantId);
  if (removed.length === 0) return;
  await recordHistory(trx, { companyId, at: now, event, actor });
}

/** Cancels the company's open links: a company that disconnects wants nobody to authorize it by an old invitation. */
export async function cancelOpenLinks(trx: Transaction<Schema>, companyId: string, now: number): Promise<void> {
  await trx
    .updateTable('links')
    .set({ cancelled_at: now })
    .where('company_id', '=', companyId)
    .where('used_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}
