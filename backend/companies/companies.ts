import type { Transaction } from 'kysely';
import type { Queries } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { recordHistory } from './history.ts';

/** A company as its host describes it. Its key is the host's id, never the CUI: two tenants may enter the same CUI. */
export interface Company {
  readonly id: string;
  readonly taxId: string;
  readonly name: string;
}

/** The host's account to which companies belong, such as a firm with its clients. */
interface Account {
  readonly id: string;
  readonly name: string;
}

/** A company as its host describes it now. Without `account` it keeps the account that it has. */
export interface DescribedCompany extends Company {
  readonly account?: Account;
}

/** Undefined for an unknown company. */
export async function findCompany(queries: Queries, id: string): Promise<Company | undefined> {
  const row = await queries.selectFrom('companies').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toCompany(row);
}

/** Up to `limit` companies in the order of their ids, beginning after the id `after`. */
export async function listCompanies(queries: Queries, after: string | undefined, limit: number): Promise<Company[]> {
  let query = queries.selectFrom('companies').selectAll().orderBy('id').limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.execute()).map(toCompany);
}

/**
 * Reads a company and locks it until the transaction ends. Every change of a company's attempts, candidates,
 * authorization or tokens starts here, so that such changes run one after the other. Rows that refer to the company can
 * still be inserted, because their foreign keys do not wait for this kind of lock.
 */
export async function lockCompany(trx: Transaction<Schema>, id: string): Promise<Company | undefined> {
  const row = await trx.selectFrom('companies').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && toCompany(row);
}

/**
 * Creates or updates the company. A new CUI suspends the authorization: its verdict was about the old CUI, so ANAF is
 * asked about the new one at once. The same holds for a candidate.
 */
export async function saveCompany(trx: Transaction<Schema>, company: DescribedCompany, now: number): Promise<void> {
  if (company.account) await saveAccount(trx, company.account, now);
  await saveDescription(trx, company, now);
  if (company.account) await setAccount(trx, company.id, company.account.id, now);
}

/** Writes only what changed: every session of every company of the account comes here. */
async function saveAccount(trx: Transaction<Schema>, { id, name }: Account, now: number): Promise<void> {
  await trx
    .insertInto('accounts')
    .values({ id, name, created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ name, updated_at: now }).where('accounts.name', '!=', name),
    )
    .execute();
}

/** The caller holds the lock of the company. A first account is no change that the history has to explain. */
async function setAccount(trx: Transaction<Schema>, companyId: string, accountId: string, now: number): Promise<void> {
  const { account_id: before } = await trx
    .selectFrom('companies')
    .select('account_id')
    .where('id', '=', companyId)
    .executeTakeFirstOrThrow();
  if (before === accountId) return;
  await trx.updateTable('companies').set({ account_id: accountId }).where('id', '=', companyId).execute();
  if (before === null) return;
  const detail = { from: before, to: accountId };
  await recordHistory(trx, { companyId, at: now, event: 'account-changed', actor: 'host', detail });
}

async function saveDescription(trx: Transaction<Schema>, company: Company, now: number): Promise<void> {
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

function toCompany({ id, tax_id: taxId, name }: { id: string; tax_id: string; name: string }): Company {
  return { id, taxId, name };
}
