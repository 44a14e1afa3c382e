import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { applyVerdict } from 'spv-authorize-backend/internal/authorizations/verdicts.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { type DatabaseServer, databases } from '../support/databases.ts';
import { exempluTaxId, Site, type Stack, startStack } from '../support/stack.ts';
import { authorize } from '../support/walk.ts';

const day = 24 * 3600;

describe('changes of one company at the same moment, on PostgreSQL', () => {
  let server: DatabaseServer;
  let stack: Stack;
  before(async () => {
    server = await databases.PostgreSQL();
    stack = await startStack({ storage: await server.fresh() });
  });
  after(async () => {
    await stack.stop();
    await server.stop();
  });

  it('disconnecting and rights verdicts of one company do not deadlock', async () => {
    const counted = countTransactions(stack.database);

    const results = [];
    for (let round = 0; round < 15; round += 1) {
      const site = await Site.open(stack);
      await authorize(stack, site);
      const verdict = await verdictOn(site);
      const verdicts = Array.from({ length: 4 }, () => verdict());
      results.push(...(await Promise.allSettled([disconnect(site), ...verdicts])));
    }

    assert.deepEqual(problemsOf(results), []);
    assert.equal(counted.runs, counted.asked, 'PostgreSQL had to undo some');
  });

  it('refreshes, rights verdicts and disconnecting of one company do not deadlock', async () => {
    const counted = countTransactions(stack.database);

    const results = [];
    for (let round = 0; round < 15; round += 1) {
      const site = await Site.open(stack);
      await authorize(stack, site);
      const verdict = await verdictOn(site);
      stack.clock.advance(91 * day);
      const later = await Site.open(stack, companyOf(site));
      const messages = stack.backend.efactura(site.companyId).listMessages({ days: 1 });
      const verdicts = Array.from({ length: 4 }, () => verdict());
      const gone = round % 2 ? [disconnect(later)] : [];
      const [listed, ...others] = await Promise.allSettled([messages, ...verdicts, ...gone]);
      results.push(...others);
      if (gone.length === 0) results.push(listed);
    }

    assert.deepEqual(problemsOf(results), []);
    assert.equal(counted.runs, counted.asked, 'PostgreSQL had to undo some');
  });

  it('a transaction that PostgreSQL aborts because of a deadlock is repeated', async () => {
    const [first, second] = [await Site.open(stack), await Site.open(stack)];
    const bothHold = gateFor(2);
    const rename = (one: Site, other: Site) =>
      stack.database.transaction(async (trx) => {
        for (const { companyId } of [one, other]) {
          await trx.updateTable('companies').set({ name: one.companyId }).where('id', '=', companyId).execute();
          await bothHold();
        }
      });

    await Promise.all([rename(first, second), rename(second, first)]);

    const names = await stack.database.queries
      .selectFrom('companies')
      .select('name')
      .where('id', 'in', [first.companyId, second.companyId])
      .execute();
    assert.equal(new Set(names.map(({ name }) => name)).size, 1);
  });

  async function disconnect(site: Site): Promise<void> {
    const { status, body } = await site.call('DELETE', '/authorization');
    assert.equal(status, 200, JSON.stringify(body));
  }

  async function verdictOn({ companyId }: Site): Promise<() => Promise<boolean>> {
    const { grant_id: grantId } = await stack.database.queries
      .selectFrom('authorizations')
      .select('grant_id')
      .where('company_id', '=', companyId)
      .executeTakeFirstOrThrow();
    const answer = { kind: 'granted' as const };
    const asked = { companyId, grantId, version: 1, taxId: exempluTaxId, answer, actor: 'u1' };
    return () => stack.database.transaction((trx) => applyVerdict(trx, asked, Math.floor(stack.clock.now())));
  }
});

/** Counts transactions. One that runs more often than it was requested was aborted by the database. */
function countTransactions(database: Database): { runs: number; asked: number } {
  const counted = { runs: 0, asked: 0 };
  const real = database.transaction.bind(database);
  database.transaction = (work) => {
    counted.asked += 1;
    return real((trx) => {
      counted.runs += 1;
      return work(trx);
    });
  };
  return counted;
}

function problemsOf(results: readonly (PromiseSettledResult<unknown> | undefined)[]): string[] {
  return results.flatMap((result) => (result?.status === 'rejected' ? [String(result.reason)] : []));
}

function companyOf({ companyId }: Site) {
  return { companyId, taxId: exempluTaxId, companyName: 'Exemplu SRL' };
}

/** Opens when this many callers have arrived, and stays open. */
function gateFor(count: number): () => Promise<void> {
  const open = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === count) open.resolve();
    return open.promise;
  };
}
