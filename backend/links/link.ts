import type { Selectable, Transaction } from 'kysely';
import type { Link, LinkState } from 'spv-authorize/contract';
import { type AttemptRow, hasEnded } from '../authorizing/attempt.ts';
import { isDenial } from '../authorizing/failure.ts';
import type { LinksTable, Schema } from '../storage/schema.ts';

/** A stored link. */
export type LinkRow = Selectable<LinksTable>;

/** How a link ended. `used`: the right was proven by it. */
export type LinkEnd = 'used' | 'declined' | 'cancelled' | 'expired';

/** The last try with a link. */
export type LastTry = Pick<AttemptRow, 'state' | 'created_at' | 'ended_at' | 'expires_at' | 'failure_code'> & {
  /** When ANAF sent a browser back last. Null before. */
  readonly returned_at: number | null;
};

/** Undefined for an open link. A try that began in time may still succeed after the link has expired. */
export function endOf(row: LinkRow, now: number): LinkEnd | undefined {
  if (row.used_at !== null) return 'used';
  if (row.declined_at !== null) return 'declined';
  if (row.cancelled_at !== null) return 'cancelled';
  return now >= row.expires_at ? 'expired' : undefined;
}

/** Converts a stored link to the contract's form. */
export function toLink(row: LinkRow, last: LastTry | undefined, now: number): Link {
  const { state, changedAt } = stateOf(row, last, now);
  return {
    linkId: row.id,
    state,
    createdAt: row.created_at,
    changedAt,
    expiresAt: row.expires_at,
    ...(row.created_by_name !== null && { createdBy: row.created_by_name }),
    ...(row.email !== null && { email: row.email }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(last?.state === 'failed' && last.failure_code !== null && { failure: { code: last.failure_code } }),
  };
}

interface StateSince {
  readonly state: LinkState;
  readonly changedAt: number;
}

function stateOf(row: LinkRow, last: LastTry | undefined, now: number): StateSince {
  if (row.used_at !== null) return { state: 'completed', changedAt: row.used_at };
  if (row.declined_at !== null) return { state: 'declined', changedAt: row.declined_at };
  if (row.cancelled_at !== null) return { state: 'cancelled', changedAt: row.cancelled_at };
  if (last && isRunning(last, now)) return { state: 'in-progress', changedAt: last.returned_at ?? last.created_at };
  if (now >= row.expires_at) return { state: 'expired', changedAt: row.expires_at };
  if (last) return afterTry(last);
  if (row.opened_at !== null) return { state: 'opened', changedAt: row.opened_at };
  return { state: 'new', changedAt: row.created_at };
}

function isRunning(last: LastTry, now: number): boolean {
  return !['failed', 'succeeded', 'lapsed'].includes(last.state) && !hasEnded(last, now);
}

function afterTry(last: LastTry): StateSince {
  return {
    state: last.state === 'failed' && isDenial(last.failure_code) ? 'no-rights' : 'opened',
    changedAt: last.returned_at ?? last.ended_at ?? last.created_at,
  };
}

/** Reads a link and locks it until the transaction ends. The caller holds the lock of the company. */
export async function lockLink(trx: Transaction<Schema>, id: string): Promise<LinkRow | undefined> {
  return trx.selectFrom('links').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}
