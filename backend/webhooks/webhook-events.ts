import { randomUUID } from 'node:crypto';
import type { Queries } from '../storage/database.ts';
import type { HistoryEvent } from '../storage/schema.ts';

/**
 * The events of the history that the host's server is told about, with their public names. Hosts compare the names, so
 * add new ones and keep the old.
 */
const types: Readonly<Partial<Record<HistoryEvent, string>>> = {
  authorized: 'authorization.authorized',
  replaced: 'authorization.replaced',
  refused: 'authorization.refused',
  'right-lost': 'authorization.right-lost',
  revoked: 'authorization.revoked',
  refreshed: 'authorization.refreshed',
  disconnected: 'authorization.disconnected',
  withdrawn: 'authorization.withdrawn',
  'mail-failed': 'mail.failed',
  'link-created': 'link.created',
  'link-sent': 'link.sent',
  'link-replaced': 'link.replaced',
  'link-cancelled': 'link.cancelled',
  'link-declined': 'link.declined',
};

/** What may leave the backend of an entry's detail. Never a token, a code or an address with a secret. */
const publicFields = ['taxId', 'certificate', 'code', 'answer', 'linkId', 'kind', 'outcome'];

/** An event of a company's history. */
export interface RecordedEvent {
  readonly companyId: string;
  readonly at: number;
  readonly event: HistoryEvent;
  readonly actor: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Adds the event to those that the host's server is told about, with the next number of its company. Call it in the
 * transaction of the change.
 */
export async function recordWebhookEvent(queries: Queries, recorded: RecordedEvent): Promise<void> {
  const { companyId, at, event, actor, detail = {} } = recorded;
  const type = types[event];
  if (type === undefined) return;
  const fields = publicFields.filter((name) => name in detail).map((name) => [name, detail[name]] as const);
  await queries
    .insertInto('webhook_events')
    .values({
      id: randomUUID(),
      company_id: companyId,
      sequence: await nextSequence(queries, companyId),
      type,
      at,
      data: JSON.stringify({ ...Object.fromEntries(fields), actor }),
      next_action_at: at,
    })
    .execute();
}

/** Locks the counter until the transaction ends, so that numbers have no gap and the order of the changes. */
async function nextSequence(queries: Queries, companyId: string): Promise<number> {
  const { last } = await queries
    .insertInto('webhook_sequences')
    .values({ company_id: companyId, last: 1 })
    .onConflict((conflict) =>
      conflict.column('company_id').doUpdateSet(({ eb, ref }) => ({ last: eb(ref('webhook_sequences.last'), '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
