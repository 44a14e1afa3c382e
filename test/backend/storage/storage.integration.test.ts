import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { saveCompany } from 'spv-authorize-backend/internal/companies/companies.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { databaseKinds, emptyDatabase, newDatabase } from '../support/databases.ts';
import { countRows } from '../support/rows.ts';

for (const kind of databaseKinds) {
  describe(`storage on ${kind}`, async () => {
    const database = await openDatabase(await emptyDatabase(kind), () => {});
    after(() => database.close());

    it(`the migrations create every table of the model (${kind})`, async () => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
        database.queries,
      );

      const model = [
        ...['accounts', 'attempts', 'authorizations', 'candidates', 'companies', 'company_users', 'contacts'],
        ...['feedback', 'grants', 'history', 'link_secrets', 'links', 'openings', 'outbox', 'receipt_secrets'],
        ...['receipts', 'suppressions', 'unsubscribe_tokens', 'uploads', 'webhook_events', 'webhook_sequences'],
      ];
      assert.deepEqual(
        rows.map((row) => row.name).filter((table) => !table.startsWith('kysely_')),
        model,
      );
    });

    it(`instants are read as numbers and JSON as values (${kind})`, async () => {
      await addCompany(database, 'types');
      await database.queries
        .insertInto('history')
        .values({
          company_id: 'types',
          at: 1_795_507_200,
          event: 'verified',
          actor: 'u1',
          detail: '{"taxId":"90123459"}',
        })
        .execute();

      const row = await database.queries
        .selectFrom('history')
        .selectAll()
        .where('company_id', '=', 'types')
        .executeTakeFirstOrThrow();

      assert.equal(row.at, 1_795_507_200);
      assert.equal(typeof row.id, 'number');
      assert.deepEqual(row.detail, { taxId: '90123459' });
    });

    it(`a failed transaction leaves no rows (${kind})`, async () => {
      const before = await countRows(database, 'companies');

      const failing = database.transaction(async (trx) => {
        await saveCompany(trx, { id: 'half', taxId: '90123459', name: 'Half' }, 1);
        throw new Error('broken off');
      });

      await assert.rejects(failing, /broken off/);
      assert.equal(await countRows(database, 'companies'), before);
    });

    it(`only a transaction that was aborted because of a deadlock is repeated (${kind})`, async () => {
      const undone = Object.assign(new Error('deadlock detected'), { code: '40P01' });
      const other = Object.assign(new Error('invalid value'), { code: '22021' });
      let runs = 0;
      const failingOnce = (error: Error) => async () => {
        runs += 1;
        if (runs === 1) throw error;
        return runs;
      };

      const result = await database.transaction(failingOnce(undone));
      runs = 0;

      assert.equal(result, 2);
      await assert.rejects(database.transaction(failingOnce(other)), /invalid value/);
      await assert.rejects(
        database.transaction(() => Promise.reject(undone)),
        /deadlock detected/,
      );
    });

    it(`the outer connection cannot be used inside a transaction (${kind})`, async () => {
      const nested = database.transaction(async () => database.queries.selectFrom('companies').selectAll().execute());

      await assert.rejects(nested, /only "trx" may be used/);
    });

    it(`queries beside an open transaction are answered, one after the other on a single connection (${kind})`, async () => {
      await addCompany(database, 'beside');

      const [, rows] = await Promise.all([
        database.transaction((trx) => trx.selectFrom('companies').selectAll().execute()),
        database.queries.selectFrom('companies').selectAll().where('id', '=', 'beside').execute(),
      ]);

      assert.equal(rows.length, 1);
    });

    it(`two companies with the same CUI are stored separately (${kind})`, async () => {
      await addCompany(database, 'tenant-a');
      await addCompany(database, 'tenant-b');

      const rows = await database.queries
        .selectFrom('companies')
        .selectAll()
        .where('tax_id', '=', '90123459')
        .where('id', 'like', 'tenant-%')
        .execute();

      assert.deepEqual(rows.map(({ id }) => id).sort(), ['tenant-a', 'tenant-b']);
    });
  });
}

describe('storage on PostgreSQL', async () => {
  const database = await openDatabase(await newDatabase('PostgreSQL'), () => {});
  after(() => database.close());

  it('of two transactions that deadlock PostgreSQL aborts one, and it is repeated', async () => {
    await addCompany(database, 'first');
    await addCompany(database, 'second');
    const bothHold = gateFor(2);
    const rename = (one: string, other: string) =>
      database.transaction(async (trx) => {
        for (const id of [one, other]) {
          await trx.updateTable('companies').set({ name: one }).where('id', '=', id).execute();
          await bothHold();
        }
      });

    await Promise.all([rename('first', 'second'), rename('second', 'first')]);

    const names = await database.queries.selectFrom('companies').select('name').execute();
    assert.equal(names.length, 2);
    assert.equal(new Set(names.map(({ name }) => name)).size, 1);
  });
});

async function addCompany(database: Database, id: string): Promise<void> {
  await database.transaction((trx) => saveCompany(trx, { id, taxId: '90123459', name: 'Exemplu SRL' }, 1_795_507_200));
}

/** Opens when it was reached `count` times, and stays open. */
function gateFor(count: number): () => Promise<void> {
  const open = Promise.withResolvers<void>();
  let reached = 0;
  return () => {
    reached += 1;
    if (reached === count) open.resolve();
    return open.promise;
  };
}
