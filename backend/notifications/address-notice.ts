import { enqueue, type NewEntry, type NoticeKind } from '../outbox/outbox.ts';
import { endEntry, type OutboxRow } from '../outbox/outbox-claims.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { MailRecipient } from './mail-options.ts';
import type { NoticeSubject } from './recipients.ts';

export interface NoticeDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: (subject: NoticeSubject) => Promise<readonly MailRecipient[]>;
}

/**
 * Replaces a notice by one entry for each person who is to be told. Rejects when the host's `recipients` does. It asks
 * outside of a transaction, because the host may ask another server.
 */
export async function addressNotice(
  { database, clock, recipients }: NoticeDependencies,
  row: OutboxRow,
): Promise<void> {
  // Entries without a recipient are notices.
  const kind = row.kind as NoticeKind;
  const linkId = 'linkId' in row.detail ? String(row.detail.linkId) : undefined;
  const people = await recipients({ companyId: row.company_id, notice: kind, linkId });
  await database.transaction(async (trx) => {
    const now = instantOf(clock);
    for (const to of people) await enqueue(trx, entryFor(row, to), now);
    await endEntry(trx, row.id, people.length > 0 ? 'addressed' : 'skipped', now);
  });
}

/**
 * Each address gets one entry, whatever its case and however often it is named. Two processes that address the same notice
 * make the same entries, too.
 */
function entryFor(row: OutboxRow, { email, language }: MailRecipient): NewEntry {
  return {
    companyId: row.company_id,
    kind: row.kind,
    detail: row.detail,
    to: { email, language },
    onceKey: `${row.id} ${email.toLowerCase()}`,
    // Kind and detail belong together, since both come from the same entry.
  } as NewEntry;
}
