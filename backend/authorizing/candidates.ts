import type { Transaction } from 'kysely';
import type { CertificateIdentity, FailureCode } from 'spv-authorize/contract';
import type { RightsAnswer } from '../anaf/rights.ts';
import { lockCompany } from '../companies/companies.ts';
import { recordHistory } from '../companies/history.ts';
import { certificateOf, deleteUnusedGrant, type SealedGrant } from '../grants/grant-store.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { Schema } from '../storage/schema.ts';
import { backoffSeconds } from '../time/backoff.ts';
import { type AttemptRow, hasEnded } from './attempt.ts';
import { lockAttempt } from './attempts.ts';
import { type CandidateRow, lockCandidate } from './candidate.ts';
import { isDenial } from './failure.ts';
import { checkLeaseSeconds, failOpening, type OpeningOutcome } from './outcome.ts';
import { promote } from './promotion.ts';

/** The rows that an answer about a candidate changes, locked by the transaction. */
interface Settling {
  readonly attempt: AttemptRow;
  readonly candidate: CandidateRow;
  readonly now: number;
}

/** How long the backend keeps asking ANAF before the attempt fails. */
const keepSeconds = 24 * 3600;

/**
 * Stores a grant whose right is not proven yet. Stores nothing and returns undefined when the attempt has ended. A
 * repeated call for the same grant returns the stored candidate, so the call is safe to retry when its result was lost.
 */
export async function storeCandidate(
  trx: Transaction<Schema>,
  grant: SealedGrant,
  opening: { readonly id: string; readonly attempt_id: string },
  now: number,
): Promise<CandidateRow | undefined> {
  const attempt = await lockAttempt(trx, opening.attempt_id);
  const stored = await lockCandidate(trx, grant.id);
  if (stored) return stored;
  if (!attempt || hasEnded(attempt, now)) return undefined;
  const company = await trx
    .selectFrom('companies')
    .select('tax_id')
    .where('id', '=', attempt.company_id)
    .executeTakeFirstOrThrow();
  await trx.insertInto('grants').values(grant).execute();
  return trx
    .insertInto('candidates')
    .values({
      grant_id: grant.id,
      company_id: attempt.company_id,
      tax_id: company.tax_id,
      attempt_id: attempt.id,
      opening_id: opening.id,
      created_at: now,
      keep_until: now + keepSeconds,
      tries: 1,
      next_action_at: now + checkLeaseSeconds,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Applies ANAF's answer about a candidate: promotes it, refuses it or keeps it for another check. `too-late` when the
 * candidate was settled already.
 */
export async function settleCandidate(
  trx: Transaction<Schema>,
  asked: CandidateRow,
  answer: RightsAnswer,
  now: number,
): Promise<OpeningOutcome> {
  const company = await lockCompany(trx, asked.company_id);
  const attempt = await lockAttempt(trx, asked.attempt_id);
  const current = await lockCandidate(trx, asked.grant_id);
  if (!company || !attempt || !current) return { kind: 'too-late' };
  if (attempt.ended_at !== null) return drop(trx, current);
  const settling = { attempt, candidate: current, now };
  // The host changed the CUI while ANAF was asked about the old one, so the answer says nothing about the new one.
  if (company.taxId !== asked.tax_id) return keepForTaxId(trx, settling, company.taxId);
  const failure = failureCodeOf(answer, now >= current.keep_until);
  if (failure) return refuse(trx, settling, failure);
  if (answer.kind !== 'granted') return keep(trx, settling);
  await promote(trx, attempt, current, now);
  return { kind: 'succeeded' };
}

function failureCodeOf(answer: RightsAnswer, isOverdue: boolean): FailureCode | undefined {
  switch (answer.kind) {
    case 'granted':
      return undefined;
    case 'denied':
      return answer.scope === 'company' ? 'no-right-for-company' : 'no-right-for-any-company';
    case 'service-missing':
      return 'service-missing';
    case 'token-refused':
    case 'silent':
      return isOverdue ? 'anaf-unavailable' : undefined;
    default:
      return answer satisfies never;
  }
}

async function refuse(
  trx: Transaction<Schema>,
  { attempt, candidate, now }: Settling,
  code: FailureCode,
): Promise<OpeningOutcome> {
  const certificate = await certificateOf(trx, candidate.grant_id);
  await drop(trx, candidate);
  const outcome = await failOpening(trx, candidate.opening_id, { code, certificate }, now);
  await recordHistory(trx, {
    companyId: candidate.company_id,
    at: now,
    event: 'refused',
    actor: attempt.user_id,
    detail: { code, certificate, taxId: candidate.tax_id },
  });
  if (attempt.link_id !== null && isDenial(code))
    await tellOfDenial(trx, attempt.link_id, { candidate, certificate, now });
  return outcome;
}

/** The company's people are told once for each certificate: the visitor may try it as often as they like. */
async function tellOfDenial(
  trx: Transaction<Schema>,
  linkId: string,
  { candidate, certificate, now }: Pick<Settling, 'candidate' | 'now'> & { readonly certificate: CertificateIdentity },
): Promise<void> {
  const { company_id: companyId } = candidate;
  const onceKey = `wrong-certificate ${linkId} ${certificate.serial}`;
  await enqueue(trx, { companyId, kind: 'wrong-certificate', detail: { linkId, certificate }, onceKey }, now);
}

async function keepForTaxId(trx: Transaction<Schema>, settling: Settling, taxId: string): Promise<OpeningOutcome> {
  const outcome = await keep(trx, settling);
  await trx
    .updateTable('candidates')
    .set({ tax_id: taxId, next_action_at: settling.now })
    .where('grant_id', '=', settling.candidate.grant_id)
    .execute();
  return outcome;
}

async function keep(trx: Transaction<Schema>, { attempt, candidate, now }: Settling): Promise<OpeningOutcome> {
  await trx
    .updateTable('candidates')
    .set({
      tries: candidate.tries + 1,
      next_action_at: Math.min(now + backoffSeconds(candidate.tries), candidate.keep_until),
    })
    .where('grant_id', '=', candidate.grant_id)
    .execute();
  await trx.updateTable('openings').set({ outcome: 'kept' }).where('id', '=', candidate.opening_id).execute();
  if (attempt.ended_at === null) {
    await trx
      .updateTable('attempts')
      .set({ state: 'verifying', expires_at: candidate.keep_until })
      .where('id', '=', attempt.id)
      .execute();
  }
  return { kind: 'kept' };
}

async function drop(trx: Transaction<Schema>, candidate: CandidateRow): Promise<OpeningOutcome> {
  await trx.deleteFrom('candidates').where('grant_id', '=', candidate.grant_id).execute();
  await deleteUnusedGrant(trx, candidate.grant_id);
  await trx.updateTable('openings').set({ outcome: 'too-late' }).where('id', '=', candidate.opening_id).execute();
  return { kind: 'too-late' };
}
