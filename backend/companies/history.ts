import type { Queries } from '../storage/database.ts';
import type { HistoryEvent } from '../storage/schema.ts';

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

/** Adds an entry. Call it in the transaction of the change that it describes. */
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
}
