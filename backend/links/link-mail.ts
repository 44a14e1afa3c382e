import type { Transaction } from 'kysely';
import type { SendLinkRequest } from 'spv-authorize/contract';
import type { Schema } from '../storage/schema.ts';

/** Who creates or changes links, and for which company. */
export interface Inviter {
  readonly companyId: string;
  readonly userId: string;
  readonly userName: string | undefined;
}

/** An invitation that somebody wants to send by e-mail. */
export interface LinkToSend extends SendLinkRequest {
  readonly linkId: string;
  readonly inviter: Inviter;
}

/**
 * Result of queueing an invitation. `limited`: too many e-mails today from this company or to this recipient.
 * `recipient-refused`: the recipient wants no more invitations.
 */
export type LinkSent = 'queued' | 'limited' | 'recipient-refused';

/** Sends invitations by e-mail. Absent while e-mail is not configured. */
export interface LinkMail {
  /** Queues an invitation in the transaction. Its address is created when the e-mail is sent, so the queue has no secret. */
  queue(trx: Transaction<Schema>, link: LinkToSend, now: number): Promise<LinkSent>;
}
