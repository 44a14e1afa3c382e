import { AsyncLocalStorage } from 'node:async_hooks';
import { type Dialect, Kysely, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { firstMigration } from './first-migration.ts';
import type { Schema } from './schema.ts';

/** What a query needs, inside or outside a transaction. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

/** A database that is open: its dialect, and what to let go of once its connections are closed. */
export interface OpenedDatabase {
  readonly dialect: Dialect;
  /** Called when every migration has run. */
  readonly migrated: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * The one way to the tables. Inside `transaction` only the transaction is reachable: an outer query there would wait for
 * itself on PGlite, which has one connection, and would silently be outside on PostgreSQL.
 */
export class Database {
  readonly #db: Kysely<Schema>;
  readonly #release: () => Promise<void>;
  readonly #inTransaction = new AsyncLocalStorage<true>();

  private constructor(db: Kysely<Schema>, release: () => Promise<void>) {
    this.#db = db;
    this.#release = release;
  }

  /** Runs the migrations that are missing. Lets go of everything when one fails. */
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

  /** No network call belongs in here: the transaction holds locks, on PGlite the whole database. */
  async transaction<Result>(work: (trx: Transaction<Schema>) => Promise<Result>): Promise<Result> {
    this.#refuseInsideTransaction();
    return this.#db.transaction().execute((trx) => this.#inTransaction.run(true, () => work(trx)));
  }

  async close(): Promise<void> {
    await this.#db.destroy();
    await this.#release();
  }

  #refuseInsideTransaction(): void {
    if (this.#inTransaction.getStore()) throw new TypeError('inside a transaction only "trx" may be used');
  }
}

async function migrate(db: Kysely<Schema>): Promise<void> {
  const provider = { getMigrations: async () => ({ '0001-model': firstMigration }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
