import { AsyncLocalStorage } from 'node:async_hooks';
import { type Dialect, Kysely, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { wasUndoneForAnother } from './database-error.ts';
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

/** The order of locks leaves no deadlock that we know of; this is for the one that we do not. */
const mostRepetitions = 3;

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

  /**
   * No network call belongs in here: the transaction holds locks, on PGlite the whole database. It may run more than once,
   * when the database undid it for the sake of another.
   */
  async transaction<Result>(work: (trx: Transaction<Schema>) => Promise<Result>): Promise<Result> {
    this.#refuseInsideTransaction();
    for (let again = mostRepetitions; again > 0; again -= 1) {
      try {
        return await this.#transactionOnce(work);
      } catch (error) {
        if (!wasUndoneForAnother(error)) throw error;
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

async function migrate(db: Kysely<Schema>): Promise<void> {
  const provider = { getMigrations: async () => ({ '0001-model': firstMigration }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
