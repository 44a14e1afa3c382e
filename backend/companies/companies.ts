import type { Transaction } from 'kysely';
import type { Queries } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { recordHistory } from './history.ts';

/** A company as its host knows it. The key is the host's id: two tenants may type the same CUI. */
export interface Company {
  readonly id: string;
  readonly taxId: string;
  readonly name: string;
}

export async function findCompany(queries: Queries, id: string): Promise<Company | undefined> {
  const row = await queries.selectFrom('companies').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { id: row.id, taxId: row.tax_id, name: row.name };
}

/**
 * What changes a company's attempts, candidates, authorization or tokens begins here, so that such changes wait for each
 * other. The lock lets rows be added that refer to the company: their foreign keys never wait for it.
 */
export async function lockCompany(trx: Transaction<Schema>, id: string): Promise<Company | undefined> {
  const row = await trx.selectFrom('companies').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && { id: row.id, taxId: row.tax_id, name: row.name };
}

/**
 * Creates the company or takes over what its host says now. Another CUI suspends the authorization: the verdict was about
 * the old one, so that it counts for nothing until ANAF was asked about the new one, which is due at once. So it is for a
 * grant whose right is not proven yet.
 */
export async function saveCompany(trx: Transaction<Schema>, company: Company, now: number): Promise<void> {
  const before = await lockCompany(trx, company.id);
  if (before && before.taxId === company.taxId && before.name === company.name) return;

  await trx
    .insertInto('companies')
    .values({ id: company.id, tax_id: company.taxId, name: company.name, created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ tax_id: company.taxId, name: company.name, updated_at: now }),
    )
    .execute();
  if (!before || before.taxId === company.taxId) return;

  const isDue = { next_action_at: now, tries: 1 };
  await trx
    .updateTable('candidates')
    .set({ tax_id: company.taxId, ...isDue })
    .where('company_id', '=', company.id)
    .execute();
  await trx.updateTable('authorizations').set(isDue).where('company_id', '=', company.id).execute();
  await recordHistory(trx, {
    companyId: company.id,
    at: now,
    event: 'tax-id-changed',
    actor: 'host',
    detail: { from: before.taxId, to: company.taxId },
  });
}
