import type { Selectable, Transaction } from 'kysely';
import type { RightsAnswer } from '../anaf/rights.ts';
import { lockCompany } from '../companies/companies.ts';
import { recordHistory } from '../companies/history.ts';
import { certificateOf } from '../grants/grant-store.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { AuthorizationsTable, Schema } from '../storage/schema.ts';

/** ANAF's answer about a company's right, and what exactly was asked. */
export interface AskedRight {
  readonly companyId: string;
  readonly grantId: string;
  /** Of the token pair that was used. The refusal of one pair says nothing about a newer one. */
  readonly version: number;
  readonly taxId: string;
  readonly answer: RightsAnswer;
  /** Who asked, for the history. */
  readonly actor: string;
}

type AuthorizationRow = Selectable<AuthorizationsTable>;

/**
 * Stores ANAF's answer about an existing authorization. False when nothing was stored: ANAF did not answer about the
 * right, or the company or its authorization has changed since the question, so the answer is about an earlier state.
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
  const isNew = current.verdict !== 'denied' || current.tax_id !== asked.taxId;
  await record(trx, asked, isNew ? 'right-lost' : 'verified', now);
}

/** Marks the authorization as revoked, unless the refused token was renewed or expired meanwhile. */
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
  if (!revoked) return;
  await recordRevoked(trx, asked, now);
  await recordForOthers(trx, asked, now);
}

/** The refusal ends the grant for every company that shares it, so each of them gets an entry in its history and a mail. */
async function recordForOthers(trx: Transaction<Schema>, asked: AskedRight, now: number): Promise<void> {
  const others = await trx
    .selectFrom('authorizations')
    .select(['company_id', 'tax_id'])
    .where('grant_id', '=', asked.grantId)
    .where('company_id', '!=', asked.companyId)
    .orderBy('company_id')
    .execute();
  for (const { company_id: companyId, tax_id: taxId } of others) {
    await recordRevoked(trx, { ...asked, companyId, taxId, actor: 'backend' }, now);
  }
}

async function recordRevoked(trx: Transaction<Schema>, asked: AskedRight, now: number): Promise<void> {
  const { companyId, grantId } = asked;
  await record(trx, asked, 'revoked', now);
  const certificate = await certificateOf(trx, grantId);
  await enqueue(trx, { companyId, kind: 'revoked', detail: { certificate } }, now);
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
