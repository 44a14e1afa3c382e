import type { Selectable, Transaction } from 'kysely';
import type { RightsAnswer } from '../anaf/rights.ts';
import { lockCompany } from '../companies/companies.ts';
import { recordHistory } from '../companies/history.ts';
import type { AuthorizationsTable, Schema } from '../storage/schema.ts';

/** What ANAF said about a company's authorization, and about which grant and CUI it was asked. */
export interface AskedRight {
  readonly companyId: string;
  readonly grantId: string;
  /** Of the grant's token pair that was used: a refusal says nothing about a newer one. */
  readonly version: number;
  readonly taxId: string;
  readonly answer: RightsAnswer;
  /** For the history: who wanted to know. */
  readonly actor: string;
}

type AuthorizationRow = Selectable<AuthorizationsTable>;

/**
 * Writes ANAF's word on a running authorization down. False when it says nothing: ANAF was silent, or company or
 * authorization were changed while it was asked, so that the answer is about something else.
 */
export async function applyVerdict(trx: Transaction<Schema>, asked: AskedRight, now: number): Promise<boolean> {
  const company = await lockCompany(trx, asked.companyId);
  if (company?.taxId !== asked.taxId) return false;
  const current = await trx
    .selectFrom('authorizations')
    .selectAll()
    .where('company_id', '=', asked.companyId)
    .where('grant_id', '=', asked.grantId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!current) return false;
  switch (asked.answer.kind) {
    case 'granted':
      await grant(trx, asked, now);
      return true;
    case 'denied':
      await deny(trx, asked, current, now);
      return true;
    case 'token-refused':
      await revoke(trx, asked, now);
      return true;
    case 'service-missing':
    case 'silent':
      return false;
    default:
      return asked.answer satisfies never;
  }
}

async function grant(trx: Transaction<Schema>, asked: AskedRight, now: number): Promise<void> {
  await setVerdict(trx, asked, 'granted', now);
  await trx.updateTable('grants').set({ revoked_at: null }).where('id', '=', asked.grantId).execute();
  await record(trx, asked, 'verified', now);
}

async function deny(
  trx: Transaction<Schema>,
  asked: AskedRight,
  current: AuthorizationRow,
  now: number,
): Promise<void> {
  await setVerdict(trx, asked, 'denied', now);
  const isNews = current.verdict !== 'denied' || current.tax_id !== asked.taxId;
  await record(trx, asked, isNews ? 'right-lost' : 'verified', now);
}

/** Only the token that was refused, and only within its time: one that was renewed meanwhile, or has lapsed, is not cut off. */
async function revoke(trx: Transaction<Schema>, asked: AskedRight, now: number): Promise<void> {
  await trx
    .updateTable('authorizations')
    .set({ next_action_at: null })
    .where('company_id', '=', asked.companyId)
    .execute();
  const revoked = await trx
    .updateTable('grants')
    .set({ revoked_at: now })
    .where('id', '=', asked.grantId)
    .where('version', '=', asked.version)
    .where('access_expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (revoked) await record(trx, asked, 'revoked', now);
}

async function setVerdict(
  trx: Transaction<Schema>,
  { companyId, taxId }: AskedRight,
  verdict: 'granted' | 'denied',
  now: number,
): Promise<void> {
  await trx
    .updateTable('authorizations')
    .set({ verdict, verdict_at: now, tax_id: taxId, tries: 1, next_action_at: null })
    .where('company_id', '=', companyId)
    .execute();
}

async function record(
  trx: Transaction<Schema>,
  { companyId, actor, taxId, answer }: AskedRight,
  event: 'verified' | 'right-lost' | 'revoked',
  at: number,
): Promise<void> {
  await recordHistory(trx, { companyId, at, event, actor, detail: { taxId, answer: answer.kind } });
}
