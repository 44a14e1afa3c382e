import type { Queries } from '../storage/database.ts';
import type { HistoryEvent } from '../storage/schema.ts';
import { recordWebhookEvent } from '../webhooks/webhook-events.ts';

/** One entry of the history that a company can read about its authorization. */
export interface HistoryEntry {
  readonly companyId: string;
  /** Epoch seconds. */
  readonly at: number;
  readonly event: HistoryEvent;
  /** The host's id of a person, `host` for the host's server, `backend` for the backend itself. */
  readonly actor: string;
  /** Never contains a token, a code or an address with a secret. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Adds an entry, also to the events that the host's server is told about. Call it in the transaction of the change that it
 * describes.
 */
export async function recordHistory(queries: Queries, entry: HistoryEntry): Promise<void> {
  await queries
    .insertInto('history')
    .values({
      company_id: entry.companyId,
      at: entry.at,
      event: entry.event,
      actor: entry.actor,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
  await recordWebhookEvent(queries, entry);
}

/** A stored entry. Its `id` grows with time. */
export interface StoredEntry extends Required<Omit<HistoryEntry, 'companyId'>> {
  readonly id: number;
}

/** Up to `limit` entries of a company, the newest first, beginning before the entry `before`. */
export async function readHistory(
  queries: Queries,
  companyId: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<StoredEntry[]> {
  let query = queries
    .selectFrom('history')
    .select(['id', 'at', 'event', 'actor', 'detail'])
    .where('company_id', '=', companyId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.execute();
}
