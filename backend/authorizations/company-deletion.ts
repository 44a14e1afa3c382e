import type { Transaction } from 'kysely';
import { deleteUnusedGrant } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';

/** Deletes a company with everything that is stored about it. A grant that other companies share stays with them. */
export async function deleteCompany(database: Database, companyId: string): Promise<void> {
  await database.transaction(async (trx) => {
    if (!(await lockForDeletion(trx, companyId))) return;
    const candidates = await trx
      .deleteFrom('candidates')
      .where('company_id', '=', companyId)
      .returning('grant_id')
      .execute();
    const authorizations = await trx
      .deleteFrom('authorizations')
      .where('company_id', '=', companyId)
      .returning('grant_id')
      .execute();
    // Grants are locked in the order of their ids, so that two companies which share several do not deadlock.
    const grantIds = [...candidates, ...authorizations].map(({ grant_id }) => grant_id).sort();
    for (const grantId of grantIds) await deleteUnusedGrant(trx, grantId);
    await trx
      .deleteFrom('openings')
      .where('attempt_id', 'in', (query) =>
        query.selectFrom('attempts').select('id').where('company_id', '=', companyId),
      )
      .execute();
    for (const table of ['attempts', 'links', 'receipts', 'uploads', 'history'] as const) {
      await trx.deleteFrom(table).where('company_id', '=', companyId).execute();
    }
    await trx.deleteFrom('companies').where('id', '=', companyId).execute();
  });
}

/**
 * Stronger than the lock of other changes: it waits for transactions that add rows of the company, and later ones wait
 * for the deletion. Then the attempts, so that no callback is settled meanwhile. False for an unknown company.
 */
async function lockForDeletion(trx: Transaction<Schema>, companyId: string): Promise<boolean> {
  const company = await trx
    .selectFrom('companies')
    .select('id')
    .where('id', '=', companyId)
    .forUpdate()
    .executeTakeFirst();
  if (!company) return false;
  await trx.selectFrom('attempts').select('id').where('company_id', '=', companyId).orderBy('id').forUpdate().execute();
  return true;
}
