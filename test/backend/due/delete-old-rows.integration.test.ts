import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Attempts } from 'spv-authorize-backend/internal/authorizing/attempts.ts';
import { Openings } from 'spv-authorize-backend/internal/authorizing/openings.ts';
import { saveCompany } from 'spv-authorize-backend/internal/companies/companies.ts';
import { deleteOldRows } from 'spv-authorize-backend/internal/due/delete-old-rows.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { databaseKinds, newDatabase } from '../support/databases.ts';
import { countRows } from '../support/rows.ts';

const daySeconds = 24 * 3600;

for (const kind of databaseKinds) {
  describe(`rows that nobody needs any more, on ${kind}`, async () => {
    const database = await openDatabase(await newDatabase(kind), () => {});
    after(() => database.close());

    it(`attempts are deleted 30 days after their end, uploads after 90 days (${kind})`, async () => {
      const clock = new ManualClock();
      const { attemptId } = await startAttempt(clock);
      assert.ok(await new Openings(database, clock).open(attemptId, 'marker'));
      const upload = { company_id: 'c1', upload_id: '1', tax_id: '90123459', uploaded_at: clock.now() };
      await database.queries.insertInto('uploads').values(upload).execute();
      clock.advance(15 * 60);
      await new Attempts(database, clock).lapse(clock.now());

      const left = [];
      for (const days of [29, 1, 60]) {
        clock.advance(days * daySeconds);
        await deleteOldRows(database, clock.now());
        left.push(await Promise.all(['attempts', 'openings', 'uploads'].map((table) => countRows(database, table))));
      }

      assert.deepEqual(left, [
        [1, 1, 1],
        [0, 0, 1],
        [0, 0, 0],
      ]);
    });

    it(`two concurrent passes end a lapsed attempt only once (${kind})`, async () => {
      const clock = new ManualClock();
      await startAttempt(clock);
      const attempts = new Attempts(database, clock);
      clock.advance(15 * 60);

      const lapsed = await Promise.all([attempts.lapse(clock.now()), attempts.lapse(clock.now())]);

      assert.deepEqual(lapsed.sort(), [0, 1]);
    });

    async function startAttempt(clock: ManualClock) {
      const company = { id: 'c1', taxId: '90123459', name: 'Exemplu SRL' };
      await database.transaction((trx) => saveCompany(trx, company, clock.now()));
      const starter = { companyId: 'c1', userId: 'u1', userName: undefined, origin: 'http://localhost:4000' };
      const { attempt } = await new Attempts(database, clock).start(starter, { mode: 'window' });
      return attempt;
    }
  });
}
