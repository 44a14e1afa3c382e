import type { Selectable } from 'kysely';
import type { Attempt } from 'spv-authorize/contract';
import type { AttemptsTable } from '../storage/schema.ts';
import { storedFailure, toFailure } from './failure.ts';

/** A stored attempt. */
export type AttemptRow = Selectable<AttemptsTable>;

/** Whether the attempt is over: it succeeded, was cancelled or expired. Its ticket no longer leads to ANAF. */
export function hasEnded(row: Pick<AttemptRow, 'ended_at' | 'expires_at'>, now: number): boolean {
  return row.ended_at !== null || now >= row.expires_at;
}

/**
 * Converts a stored attempt to the contract's form. An expired attempt counts as lapsed even before the due tasks have
 * stored it.
 */
export function toAttempt(row: AttemptRow, now: number): Attempt {
  const fields = { attemptId: row.id, expiresAt: row.expires_at };
  if (row.state === 'succeeded') return { ...fields, state: row.state };
  if (row.state === 'failed') {
    const failure = storedFailure(row);
    if (!failure) throw new TypeError(`the failed attempt "${row.id}" has no failure`);
    return { ...fields, state: 'failed', failure: toFailure(failure) };
  }
  return { ...fields, state: hasEnded(row, now) ? 'lapsed' : row.state };
}
