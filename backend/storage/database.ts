import { AsyncLocalStorage } from 'node:async_hooks';
import { type Dialect, Kysely, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { consentMigration } from './consent-migration.ts';
import { isTransactionConflict } from './database-error.ts';
import { feedbackMigration } from './feedback-migration.ts';
import { firstMigration } from './first-migration.ts';
import { linksMigration } from './links-migration.ts';
import { notificationsMigration } from './notifications-migration.ts';
import { receiptAddressesMigration } from './receipt-addresses-migration.ts';
import type { Schema } from './schema.ts';
import { webhooksMigration } from './webhooks-migration.ts';

/** Runs queries inside or outside a transaction. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

/** An opened database. */
export interface OpenedDatabase {
  readonly dialect: Dialect;
  /** Called when every migration has run. */
  readonly migrated: () => Promise<void>;
  /** Called after the connections are closed, for example to release a lock. */
  readonly release: () => Promise<void>;
}

/** Locks are taken in one order, so deadlocks are not expected. Repeat the transaction if one happens after all. */
const maxRepetitions = 3;

/**
 * Access to the tables. Inside `transaction` only the transaction can be used: on PGlite, which has one connection,
 * another query would wait for itself, and on PostgreSQL it would silently run outside of the transaction.
 */
export class Database {
  readonly #db: Kysely<Schema>;
  readonly #release: () => Promise<void>;
  readonly #inTransaction = new AsyncLocalStorage<true>();

  private constructor(db: Kysely<Schema>, release: () => Promise<void>) {
    this.#db = db;
    this.#release = release;
  }

  /** Runs missing migrations. Closes the database when one fails. */
  static async open({ dialect, migrated, release }: OpenedDatabase): Promise<Database> {
    const database = new Database(new Kysely<Schema>({ dialect }), release);
    try {
      await migrate(database.#db);
      await migrated();
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  get queries(): Kysely<Schema> {
    this.#refuseInsideTransaction();
    return this.#db;
  }

  /**
   * Runs `work` in a transaction, and repeats it when the database rolled it back in favour of another one. Make no
   * network call in it: the transaction holds locks, on PGlite the lock of the whole database.
   */
  async transaction<Result>(work: (trx: Transaction<Schema>) => Promise<Result>): Promise<Result> {
    this.#refuseInsideTransaction();
    for (let again = maxRepetitions; again > 0; again -= 1) {
      try {
        return await this.#transactionOnce(work);
      } catch (error) {
        if (!isTransactionConflict(error)) throw error;
      }
    }
    return this.#transactionOnce(work);
  }

  #transactionOnce<Result>(work: (trx: Transaction<Schema>) => Promise<Result>): Promise<Result> {
    return this.#db.transaction().execute((trx) => this.#inTransaction.run(true, () => work(trx)));
  }

  /** Whether the database answers now. */
  async isReachable(): Promise<boolean> {
    return sql`select 1`.execute(this.queries).then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    await this.#db.destroy();
    await this.#release();
  }

  #refuseInsideTransaction(): void {
    if (this.#inTransaction.getStore()) throw new TypeError('inside a transaction only "trx" may be used');
  }
}

/** Every migration under the name by which the database remembers it. Names are never changed. */
const migrations = {
  '0001-model': firstMigration,
  '0002-links': linksMigration,
  '0003-consent': consentMigration,
  '0004-notifications': notificationsMigration,
  '0005-feedback': feedbackMigration,
  '0006-webhooks': webhooksMigration,
  '0007-receipt-addresses': receiptAddressesMigration,
};

async function migrate(db: Kysely<Schema>): Promise<void> {
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
