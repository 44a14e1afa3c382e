import type { Transaction } from 'kysely';
import type { CertificateIdentity } from 'spv-authorize/contract';
import type { Schema } from '../storage/schema.ts';

/** What a mail needs to know of a link. */
export interface MailedLink {
  /** The address with a new secret. Earlier ones stay valid. */
  readonly url: string;
  /** Epoch seconds, like all instants here. */
  readonly expiresAt: number;
  /** Nobody has opened its page. */
  readonly isNew: boolean;
}

/** What a mail needs to know of a receipt. */
interface MailedReceipt {
  /** The personal page on which the access can be withdrawn, with a new secret. */
  readonly url: string;
  readonly certificate: CertificateIdentity;
  readonly authorizedAt: number;
  readonly reauthorizeBy: number;
}

/**
 * Makes the secret addresses of mails, in the transaction in which a mail is composed: no secret waits in the outbox.
 * Undefined for something that has ended; then the mail is not sent.
 */
export interface MailedAddresses {
  link(trx: Transaction<Schema>, linkId: string, now: number): Promise<MailedLink | undefined>;
  receipt(trx: Transaction<Schema>, receiptId: string, now: number): Promise<MailedReceipt | undefined>;
}
