import type { Transaction } from 'kysely';
import type { FailureCode } from 'spv-authorize/contract';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { lockAttempt } from './attempts.ts';
import { checkLeaseSeconds, failOpening, type OpeningOutcome } from './outcome.ts';

/** The failure code whose texts say that the fault was in the application's own server. */
const interruptedCode = 'backend-unreachable' satisfies FailureCode;
const maxPerPass = 100;

/** Selects the openings with a callback but neither an outcome nor a candidate. */
function openingsWithoutResult(trx: Transaction<Schema>) {
  return trx
    .selectFrom('openings')
    .select('openings.id')
    .where('returned_at', 'is not', null)
    .where('outcome', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('candidates').select('grant_id').whereRef('candidates.opening_id', '=', 'openings.id'))),
    );
}

/**
 * Selects the openings without a result whose exchange can no longer be running: its process was stopped, or the
 * database was unreachable.
 */
function interruptedOpenings(trx: Transaction<Schema>, now: number) {
  return openingsWithoutResult(trx).where('returned_at', '<=', now - checkLeaseSeconds);
}

/** Fails the opening if its exchange was interrupted; undefined if it was not. The caller holds the attempt's lock. */
export async function failIfInterrupted(
  trx: Transaction<Schema>,
  openingId: string,
  now: number,
): Promise<OpeningOutcome | undefined> {
  const found = await interruptedOpenings(trx, now).where('openings.id', '=', openingId).executeTakeFirst();
  return found && failOpening(trx, openingId, { code: interruptedCode }, now);
}

/** Fails the opening after an unexpected error, unless its candidate is stored: the due tasks then continue with it. */
export async function failUnlessKept(trx: Transaction<Schema>, openingId: string, now: number): Promise<void> {
  if (!(await lockAttemptOf(trx, openingId))) return;
  const isOpen = await openingsWithoutResult(trx).where('openings.id', '=', openingId).executeTakeFirst();
  if (isOpen) await failOpening(trx, openingId, { code: interruptedCode }, now);
}

/** Fails the openings whose exchange was interrupted, whether or not their page is reloaded. */
export async function failInterrupted(database: Database, now: number): Promise<void> {
  const rows = await database.transaction((trx) => interruptedOpenings(trx, now).limit(maxPerPass).execute());
  for (const { id } of rows) {
    await database.transaction(async (trx) => {
      if (await lockAttemptOf(trx, id)) await failIfInterrupted(trx, id, now);
    });
  }
}

/** Locks the attempt of an opening. False when the opening does not exist. */
async function lockAttemptOf(trx: Transaction<Schema>, openingId: string): Promise<boolean> {
  const opening = await trx.selectFrom('openings').select('attempt_id').where('id', '=', openingId).executeTakeFirst();
  if (!opening) return false;
  await lockAttempt(trx, opening.attempt_id);
  return true;
}
