import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { applyVerdict } from 'spv-authorize-backend/internal/authorizations/verdicts.ts';
import { saveCompany } from 'spv-authorize-backend/internal/companies/companies.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { authorizedSite } from '../support/authorize.ts';
import { countRows, grantOf, shareGrant } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import type { Site } from '../support/site.ts';
import { betaTaxId, exempluTaxId, type Stack } from '../support/stack.ts';
import { until } from '../support/until.ts';

const daySeconds = 24 * 3600;
const rounds = 15;

describe('changes of one company at the same moment, on PostgreSQL', async () => {
  const stack = await setup({ rateLimits: { pagesPerMinute: 10_000 } });

  it('disconnecting and verdicts on one company lock rows in the same order, so that none deadlocks', async () => {
    const counted = countTransactions(stack.database);

    const results = [];
    for (let round = 0; round < rounds; round += 1) {
      const site = await authorizedSite(stack);
      const verdict = await verdictOn(stack, site);
      const verdicts = Array.from({ length: 4 }, () => verdict());
      results.push(...(await Promise.allSettled([disconnect(site), ...verdicts])));
    }

    assert.deepEqual(problemsOf(results), []);
    assert.equal(counted.runs, counted.asked, 'PostgreSQL rolled a transaction back');
  });

  it('renewal, disconnecting and verdicts on one company lock rows in the same order, so that none deadlocks', async () => {
    const counted = countTransactions(stack.database);

    const results = [];
    for (let round = 0; round < rounds; round += 1) {
      const site = await authorizedSite(stack);
      const verdict = await verdictOn(stack, site);
      stack.clock.advance(91 * daySeconds);
      const later = await site.reopen();
      const listing = stack.backend.efactura(site.companyId).listMessages({ days: 1 });
      const verdicts = Array.from({ length: 4 }, () => verdict());
      const isDisconnected = round % 2 === 1;
      // A company that is disconnected meanwhile may have no messages to list any more.
      const listed = isDisconnected ? listing.catch(({ name }: Error) => assert.equal(name, 'AnafError')) : listing;
      results.push(
        ...(await Promise.allSettled([listed, ...verdicts, ...(isDisconnected ? [disconnect(later)] : [])])),
      );
    }

    assert.deepEqual(problemsOf(results), []);
    assert.equal(counted.runs, counted.asked, 'PostgreSQL rolled a transaction back');
  });

  it('two companies that disconnect from a shared grant at the same moment leave no grant behind', async () => {
    const before = await countRows(stack.database, 'grants');

    for (let round = 0; round < rounds; round += 1) {
      const [first, second] = [await authorizedSite(stack), await authorizedSite(stack)];
      await shareGrant(stack.database, first.companyId, second.companyId);
      await Promise.all([disconnect(first), disconnect(second)]);
    }

    assert.equal(await countRows(stack.database, 'grants'), before);
  });

  async function disconnect(site: Site): Promise<void> {
    const { status, body } = await site.call('DELETE', '/authorization');
    assert.equal(status, 200, JSON.stringify(body));
  }
});

describe('a verdict during a change of the CUI, on PostgreSQL', async () => {
  const stack = await setup();

  it('a verdict waits for a change of the CUI that has begun, and is not stored for the new CUI', async () => {
    const site = await authorizedSite(stack);
    const verdict = await verdictOn(stack, site);
    const [changed, waiting] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const company = { id: site.companyId, taxId: betaTaxId, name: 'EXEMPLU SRL' };
    const change = stack.database.transaction(async (trx) => {
      await saveCompany(trx, company, Math.floor(stack.clock.now()));
      changed.resolve();
      await waiting.promise;
    });
    await changed.promise;

    const stored = verdict();
    await until(async () => (await lockWaits(stack.database)) === 1);
    waiting.resolve();
    await change;

    assert.equal(await stored, false);
    const { next_action_at: nextCheck } = await stack.database.queries
      .selectFrom('authorizations')
      .select('next_action_at')
      .where('company_id', '=', site.companyId)
      .executeTakeFirstOrThrow();
    assert.notEqual(nextCheck, null, 'ANAF will be asked about the new CUI');
  });
});

/** Applies the answer that the company has the right. */
async function verdictOn(stack: Stack, { companyId }: Site): Promise<() => Promise<boolean>> {
  const { id: grantId } = await grantOf(stack.database, companyId);
  const answer = { kind: 'granted' as const };
  const asked = { companyId, grantId, version: 1, taxId: exempluTaxId, answer, actor: 'u1' };
  return () => stack.database.transaction((trx) => applyVerdict(trx, asked, Math.floor(stack.clock.now())));
}

/** How many connections wait for a lock in this database. */
async function lockWaits(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database.queries);
  return Number(rows[0]?.count);
}

/** The database runs a transaction more often than it was asked to when it had to roll it back. */
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

function problemsOf(results: readonly PromiseSettledResult<unknown>[]): string[] {
  return results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
}
