import { sql, type Transaction } from 'kysely';
import type { WrittenLanguage } from 'spv-authorize/contract';
import { enqueue, type Requester } from '../outbox/outbox.ts';
import type { Schema } from '../storage/schema.ts';
import { isSuppressed } from './suppressions.ts';

/** An invitation that somebody at a company wants to send. */
export interface Invitation {
  readonly companyId: string;
  readonly linkId: string;
  readonly email: string;
  readonly message?: string;
  readonly language: WrittenLanguage;
  readonly requester: Requester;
}

/**
 * Result of a request to send an invitation.
 * - `queued`: it is sent when the transaction has been committed.
 * - `company-limit`, `recipient-limit`: too many in the last 24 hours.
 * - `suppressed`: the owner of the address has asked for no more invitations.
 */
export type InvitationResult = 'queued' | 'company-limit' | 'recipient-limit' | 'suppressed';

const daySeconds = 24 * 3600;
/** More than an accounting firm invites in a day by hand, and useless for mass mail. */
const perCompany = 20;
/** Over all companies, so that nobody can be flooded through many accounts. */
const perRecipient = 3;

/** Queues an invitation, unless that would bother people. */
export async function queueInvitation(
  trx: Transaction<Schema>,
  invitation: Invitation,
  now: number,
): Promise<InvitationResult> {
  const { companyId, linkId, email, message, language, requester } = invitation;
  if (await isSuppressed(trx, email)) return 'suppressed';
  // Counting and adding must not overlap with another request for the same company or address.
  await lockText(trx, `invitations of ${companyId}`);
  await lockText(trx, `invitations to ${email.toLowerCase()}`);
  if ((await countOf(trx, { companyId }, now)) >= perCompany) return 'company-limit';
  if ((await countOf(trx, { email }, now)) >= perRecipient) return 'recipient-limit';
  const detail = { linkId, requester, ...(message !== undefined && { message }) };
  await enqueue(trx, { companyId, kind: 'invitation', detail, to: { email, language } }, now);
  return 'queued';
}

/** Companies before addresses, always in this order, so that two requests cannot wait for each other. */
async function lockText(trx: Transaction<Schema>, text: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${text}, 0))`.execute(trx);
}

async function countOf(
  trx: Transaction<Schema>,
  by: { readonly companyId: string } | { readonly email: string },
  now: number,
): Promise<number> {
  const { count } = await trx
    .selectFrom('outbox')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('kind', '=', 'invitation')
    .where('created_at', '>', now - daySeconds)
    .where((column) =>
      'email' in by
        ? column(column.fn<string>('lower', ['recipient']), '=', by.email.toLowerCase())
        : column('company_id', '=', by.companyId),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}
