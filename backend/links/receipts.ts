import type { Transaction } from 'kysely';
import type { CertificateIdentity } from 'spv-authorize/contract';
import { disconnectCompany } from '../authorizations/disconnection.ts';
import { lockCompany } from '../companies/companies.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { Database, Queries } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, randomSecret, type Secret } from '../vault/secret.ts';

/** What the holder of a certificate has authorized. */
export interface Receipt {
  readonly companyId: string;
  readonly company: { readonly name: string; readonly taxId: string };
  readonly certificate: CertificateIdentity;
  readonly authorizedAt: number;
  readonly reauthorizeBy: number;
}

/** A receipt, and the secret of the address for withdrawing when it is shown for the first time. */
export interface ShownReceipt {
  readonly receipt: Receipt;
  readonly secret: Secret | undefined;
}

/** Receipts of people who authorized a company by a link, and their right to take it back. */
export class Receipts {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * The receipt of an opening that succeeded. The caller has verified that the opening is this browser's. The secret is
   * created once and then known only by its hash. Undefined when the authorization has been replaced or disconnected.
   */
  async create(openingId: string): Promise<ShownReceipt | undefined> {
    const { queries } = this.#database;
    const found = await receiptsOf(queries)
      .innerJoin('attempts', 'attempts.company_id', 'authorizations.company_id')
      .innerJoin('openings', 'openings.attempt_id', 'attempts.id')
      .where('openings.id', '=', openingId)
      .where('openings.outcome', '=', 'succeeded')
      .whereRef('authorizations.authorized_by_id', '=', 'attempts.user_id')
      .whereRef('authorizations.authorized_at', '=', 'attempts.ended_at')
      .select('grant_id')
      .executeTakeFirst();
    if (!found) return undefined;
    const { company_id, grant_id } = found;
    const now = instantOf(this.#clock);
    const secret = await this.#database.transaction(async (trx) => {
      const created = await trx
        .insertInto('receipts')
        .values({ opening_id: openingId, company_id, grant_id, created_at: now })
        .onConflict((conflict) => conflict.column('opening_id').doNothing())
        .returning('opening_id')
        .executeTakeFirst();
      return created && addReceiptSecret(trx, openingId, now);
    });
    return { receipt: toReceipt(found), secret };
  }

  /** Undefined for an unknown address, and when the authorization has ended or was replaced. Changes nothing. */
  async view(token: string): Promise<Receipt | undefined> {
    const row = await withToken(this.#database.queries, token).executeTakeFirst();
    return row && toReceipt(row);
  }

  /** Deletes the company's tokens. Undefined as for `view`. */
  async withdraw(token: string): Promise<Receipt | undefined> {
    const now = instantOf(this.#clock);
    const seen = await this.view(token);
    if (!seen) return undefined;
    return this.#database.transaction(async (trx) => {
      await lockCompany(trx, seen.companyId);
      const row = await withToken(trx, token).select('authorized_by_id').executeTakeFirst();
      if (!row) return undefined;
      const receipt = toReceipt(row);
      const { companyId, certificate } = receipt;
      await disconnectCompany(trx, { companyId, actor: 'certificate-holder', event: 'withdrawn' }, now);
      const linkId = row.authorized_by_id.replace(/^link:/, '');
      await enqueue(trx, { companyId, kind: 'access-withdrawn', detail: { linkId, certificate } }, now);
      return receipt;
    });
  }
}

/** Adds an address to a receipt. */
async function addReceiptSecret(trx: Transaction<Schema>, openingId: string, now: number): Promise<Secret> {
  const secret = randomSecret();
  await trx
    .insertInto('receipt_secrets')
    .values({ secret_hash: hashOf(secret.reveal()), opening_id: openingId, created_at: now })
    .execute();
  return secret;
}

/** A receipt with a new address, for an e-mail. Undefined when the authorization has ended or was replaced. */
export async function readdressReceipt(
  trx: Transaction<Schema>,
  openingId: string,
  now: number,
): Promise<{ readonly receipt: Receipt; readonly secret: Secret } | undefined> {
  const row = await valid(trx).where('receipts.opening_id', '=', openingId).executeTakeFirst();
  return row && { receipt: toReceipt(row), secret: await addReceiptSecret(trx, openingId, now) };
}

function receiptsOf(queries: Queries) {
  return queries
    .selectFrom('authorizations')
    .innerJoin('grants', 'grants.id', 'authorizations.grant_id')
    .innerJoin('companies', 'companies.id', 'authorizations.company_id')
    .select(['authorizations.company_id', 'companies.name', 'companies.tax_id', 'authorized_at'])
    .select(['issuer', 'serial', 'reauthorize_by']);
}

/** Receipts whose authorization still is the one that they are about. */
function valid(queries: Queries) {
  return receiptsOf(queries).innerJoin('receipts', (join) =>
    join
      .onRef('receipts.company_id', '=', 'authorizations.company_id')
      .onRef('receipts.grant_id', '=', 'authorizations.grant_id'),
  );
}

function withToken(queries: Queries, token: string) {
  return valid(queries)
    .innerJoin('receipt_secrets', 'receipt_secrets.opening_id', 'receipts.opening_id')
    .where('secret_hash', '=', hashOf(token));
}

interface ReceiptRow {
  readonly company_id: string;
  readonly name: string;
  readonly tax_id: string;
  readonly authorized_at: number;
  readonly issuer: string;
  readonly serial: string;
  readonly reauthorize_by: number;
}

function toReceipt({ issuer, serial, ...row }: ReceiptRow): Receipt {
  return {
    companyId: row.company_id,
    company: { name: row.name, taxId: row.tax_id },
    certificate: { issuer, serial },
    authorizedAt: row.authorized_at,
    reauthorizeBy: row.reauthorize_by,
  };
}
