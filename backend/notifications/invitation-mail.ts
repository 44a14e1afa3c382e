import type { Transaction } from 'kysely';
import type { Inviter, LinkMail, LinkSent } from '../links/link-mail.ts';
import type { Requester } from '../outbox/outbox.ts';
import type { Schema } from '../storage/schema.ts';
import { type InvitationResult, queueInvitation } from './invitations.ts';

const sent: Readonly<Record<InvitationResult, LinkSent>> = {
  queued: 'queued',
  'company-limit': 'limited',
  'recipient-limit': 'limited',
  suppressed: 'recipient-refused',
};

/** Sends links as invitations through the outbox. */
export const invitationMail: LinkMail = {
  async queue(trx, { linkId, inviter, email, message, language = 'ro' }, now) {
    const requester = await requesterOf(trx, inviter);
    const { companyId } = inviter;
    const invitation = { companyId, linkId, email, language, requester, ...(message !== undefined && { message }) };
    return sent[await queueInvitation(trx, invitation, now)];
  },
};

/** With the address that the host gave for this person, so that the recipient can answer. */
async function requesterOf(trx: Transaction<Schema>, { companyId, userId, userName }: Inviter): Promise<Requester> {
  const user = await trx
    .selectFrom('company_users')
    .select('email')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return { ...(userName !== undefined && { name: userName }), ...(user && { email: user.email }) };
}
