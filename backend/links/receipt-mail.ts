import type { Transaction } from 'kysely';
import type { WrittenLanguage } from 'spv-authorize/contract';
import { lockCompany } from '../companies/companies.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, isSameHash } from '../vault/secret.ts';

/** Whoever shows a receipt to themselves may send it to this many addresses: enough to correct a typing error. */
const addressesPerReceipt = 3;

/**
 * Result of sending a receipt. `unknown`: the browser has not shown this receipt, or the authorization has ended.
 * `limited`: it was sent to too many addresses.
 */
export type ReceiptMailResult = 'queued' | 'unknown' | 'limited';

/** Where a receipt is sent. */
export interface ReceiptRecipient {
  readonly email: string;
  readonly language: WrittenLanguage;
}

/** Sends receipts by e-mail to the people who authorized. */
export class ReceiptMail {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Queues the receipt of an opening. `cookie` proves that the opening was this browser's. */
  async queue(openingId: string, cookie: string | undefined, to: ReceiptRecipient): Promise<ReceiptMailResult> {
    const now = instantOf(this.#clock);
    return this.#database.transaction(async (trx) => {
      const receipt = await findReceipt(trx, openingId);
      if (!receipt || cookie === undefined || !isSameHash(hashOf(cookie), receipt.cookie_hash)) return 'unknown';
      // Two requests for a receipt are counted one after the other.
      await lockCompany(trx, receipt.company_id);
      const email = to.email.toLowerCase();
      const sent = await addressesOf(trx, receipt.company_id, openingId);
      if (sent.includes(email)) return 'queued';
      if (sent.length >= addressesPerReceipt) return 'limited';
      const detail = { receiptId: openingId };
      await enqueue(trx, { companyId: receipt.company_id, kind: 'receipt', detail, to: { ...to, email } }, now);
      return 'queued';
    });
  }
}

async function findReceipt(trx: Transaction<Schema>, openingId: string) {
  return trx
    .selectFrom('receipts')
    .innerJoin('openings', 'openings.id', 'receipts.opening_id')
    .select(['receipts.company_id', 'openings.cookie_hash'])
    .where('receipts.opening_id', '=', openingId)
    .executeTakeFirst();
}

/** Where the receipt has been sent. */
async function addressesOf(trx: Transaction<Schema>, companyId: string, openingId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('outbox')
    .select(['recipient', 'detail'])
    .where('company_id', '=', companyId)
    .where('kind', '=', 'receipt')
    .execute();
  return rows.flatMap(({ recipient, detail }) =>
    recipient !== null && 'receiptId' in detail && detail.receiptId === openingId ? [recipient] : [],
  );
}
