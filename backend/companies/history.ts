import type { Queries } from '../storage/database.ts';
import type { HistoryEvent } from '../storage/schema.ts';

export interface HistoryEntry {
  readonly companyId: string;
  readonly at: number;
  readonly event: HistoryEvent;
  /** The host's id of a person, `host` for the host's server, `backend` for ourselves. */
  readonly actor: string;
  /** Never a token, code or address with a secret. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds a line to what a company can read about its authorization. Belongs in the transaction of what it tells. */
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
