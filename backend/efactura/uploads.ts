import type { Database } from '../storage/database.ts';
import { persist } from '../storage/persist.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { Owner } from './listed-messages.ts';

/** Receives the reason why an upload was not recorded, for the log. */
type OnTrouble = (trouble: { readonly uploadId: string; readonly reason: string }) => void;

/**
 * Records which company made which upload. ANAF returns an upload's state for every CUI of the certificate, so an
 * accountant's clients could read each other's; this backend returns it only to the company that made the upload.
 */
export class Uploads {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #onTrouble: OnTrouble;

  constructor(database: Database, clock: Clock, onTrouble: OnTrouble) {
    this.#database = database;
    this.#clock = clock;
    this.#onTrouble = onTrouble;
  }

  /**
   * Records an upload. Never rejects: ANAF has accepted the invoice, so the caller must get its id even when the
   * database fails.
   */
  async remember({ companyId, taxId }: Owner, uploadId: string): Promise<void> {
    const row = { company_id: companyId, upload_id: uploadId, tax_id: taxId, uploaded_at: instantOf(this.#clock) };
    try {
      await persist(() =>
        this.#database.queries
          .insertInto('uploads')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    } catch (error) {
      // When ANAF has processed the invoice, the company's messages contain the upload's id.
      this.#onTrouble({ uploadId, reason: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /** Whether the company made this upload, for its current CUI. */
  async has({ companyId, taxId }: Owner, uploadId: string): Promise<boolean> {
    const row = await this.#database.queries
      .selectFrom('uploads')
      .select('upload_id')
      .where('company_id', '=', companyId)
      .where('upload_id', '=', uploadId)
      .where('tax_id', '=', taxId)
      .executeTakeFirst();
    return row !== undefined;
  }
}
