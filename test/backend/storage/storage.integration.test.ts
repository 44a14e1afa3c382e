import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Attempts } from 'spv-authorize-backend/internal/authorizing/attempts.ts';
import { Openings } from 'spv-authorize-backend/internal/authorizing/openings.ts';
import { saveCompany } from 'spv-authorize-backend/internal/companies/companies.ts';
import { deleteOldRows } from 'spv-authorize-backend/internal/due/delete-old-rows.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { type DatabaseServer, databases } from '../support/databases.ts';
import { countRows } from '../support/snapshot.ts';

const day = 24 * 3600;

for (const [name, startServer] of Object.entries(databases)) {
  describe(`storage on ${name}`, () => {
    let server: DatabaseServer;
    let database: Database;
    before(async () => {
      server = await startServer();
      database = await openDatabase(await server.empty(), () => {});
    });
    after(async () => {
      await database.close();
      await server.stop();
    });

    it(`the migrations create every table of the model (${name})`, async () => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
        database.queries,
      );

      const model = [
        ...['attempts', 'authorizations', 'candidates', 'companies', 'grants', 'history', 'links', 'openings'],
        'uploads',
      ];
      assert.deepEqual(
        rows.map((row) => row.name).filter((table) => !table.startsWith('kysely_')),
        model,
      );
    });

    it(`instants are read as numbers and JSON as values (${name})`, async () => {
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

    it(`a failed transaction leaves no rows (${name})`, async () => {
      const before = await countRows(database, 'companies');

      const failing = database.transaction(async (trx) => {
        await saveCompany(trx, { id: 'half', taxId: '90123459', name: 'Half' }, 1);
        throw new Error('broken off');
      });

      await assert.rejects(failing, /broken off/);
      assert.equal(await countRows(database, 'companies'), before);
    });

    it(`only a transaction that was aborted because of a deadlock is repeated (${name})`, async () => {
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

    it(`attempts are deleted 30 days after their end, uploads after 90 days (${name})`, async () => {
      const clock = new ManualClock();
      const attempts = new Attempts(database, clock);
      await addCompany(database, 'forget');
      const starter = { companyId: 'forget', userId: 'u1', userName: undefined, origin: 'http://localhost:4000' };
      const { attempt } = await attempts.start(starter, { mode: 'window' });
      const opening = await new Openings(database, clock).open(attempt.attemptId, 'marker');
      assert.ok(opening);
      const upload = { company_id: 'forget', upload_id: '1', tax_id: '90123459', uploaded_at: clock.now() };
      await database.queries.insertInto('uploads').values(upload).execute();
      clock.advance(15 * 60);
      await attempts.lapse(clock.now());

      const left = [];
      for (const days of [29, 1, 60]) {
        clock.advance(days * day);
        await deleteOldRows(database, clock.now());
        const isThere = (await attempts.read('forget', attempt.attemptId)) !== undefined;
        left.push([isThere, await countOpenings(database, opening.id), await countRows(database, 'uploads')]);
      }

      assert.deepEqual(left, [
        [true, 1, 1],
        [false, 0, 1],
        [false, 0, 0],
      ]);
    });

    it(`the outer connection cannot be used inside a transaction (${name})`, async () => {
      const nested = database.transaction(async () => database.queries.selectFrom('companies').selectAll().execute());

      await assert.rejects(nested, /only "trx" may be used/);
    });

    it(`queries beside an open transaction are answered, one after the other on a single connection (${name})`, async () => {
      await addCompany(database, 'beside');

      const [, rows] = await Promise.all([
        database.transaction((trx) => trx.selectFrom('companies').selectAll().execute()),
        database.queries.selectFrom('companies').selectAll().where('id', '=', 'beside').execute(),
      ]);

      assert.equal(rows.length, 1);
    });

    it(`two companies with the same CUI are stored separately (${name})`, async () => {
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

    it(`two concurrent passes end a lapsed attempt only once (${name})`, async () => {
      const clock = new ManualClock();
      const attempts = new Attempts(database, clock);
      await addCompany(database, 'lapse');
      const starter = { companyId: 'lapse', userId: 'u1', userName: undefined, origin: 'http://localhost:4000' };
      await attempts.start(starter, { mode: 'window' });
      clock.advance(15 * 60);

      const lapsed = await Promise.all([attempts.lapse(clock.now()), attempts.lapse(clock.now())]);

      assert.deepEqual(lapsed.sort(), [0, 1]);
    });
  });
}

async function countOpenings(database: Database, id = ''): Promise<number> {
  return (await database.queries.selectFrom('openings').select('id').where('id', '=', id).execute()).length;
}

async function addCompany(database: Database, id: string): Promise<void> {
  await database.transaction((trx) => saveCompany(trx, { id, taxId: '90123459', name: 'Exemplu SRL' }, 1_795_507_200));
}
