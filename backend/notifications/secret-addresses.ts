import { endOf } from '../links/link.ts';
import { addSecret } from '../links/links.ts';
import { readdressReceipt } from '../links/receipts.ts';
import type { MailedAddresses } from './mailed-addresses.ts';

/** The secret addresses of mails. Each mail gets one of its own; the earlier ones stay valid. */
export function secretAddresses(publicUrl: string): MailedAddresses {
  return {
    async link(trx, linkId, now) {
      const row = await trx.selectFrom('links').selectAll().where('id', '=', linkId).executeTakeFirst();
      if (!row || endOf(row, now)) return undefined;
      const secret = await addSecret(trx, linkId, now);
      return { url: `${publicUrl}/l/${secret.reveal()}`, expiresAt: row.expires_at, isNew: row.opened_at === null };
    },

    async receipt(trx, receiptId, now) {
      const readdressed = await readdressReceipt(trx, receiptId, now);
      if (!readdressed) return undefined;
      const { receipt, secret } = readdressed;
      const { certificate, authorizedAt, reauthorizeBy } = receipt;
      return { url: `${publicUrl}/w/${secret.reveal()}`, certificate, authorizedAt, reauthorizeBy };
    },
  };
}
