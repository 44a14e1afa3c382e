import type { Database } from '../storage/database.ts';
import { persist } from '../storage/persist.ts';
import { type Clock, instantOf } from '../time/clock.ts';

interface Owner {
  readonly companyId: string;
  readonly taxId: string;
}

/**
 * Which company handed which invoice in. ANAF tells the state of an upload to every CUI of the certificate, so that an
 * accountant's clients could read each other's; here only the company itself is told.
 */
export class Uploads {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #onTrouble: (trouble: { readonly uploadId: string; readonly reason: string }) => void;

  constructor(
    database: Database,
    clock: Clock,
    onTrouble: (trouble: { readonly uploadId: string; readonly reason: string }) => void,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#onTrouble = onTrouble;
  }

  /** ANAF has the invoice by now: whoever sent it must hear so, also when it cannot be written down. */
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
      // It is found in the company's messages as soon as ANAF has judged it.
      this.#onTrouble({ uploadId, reason: error instanceof Error ? error.name : 'unknown' });
    }
  }

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
