import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setup } from '../support/setup.ts';
import { type Company, siteOrigin } from '../support/stack.ts';

describe("a company's account", async () => {
  const stack = await setup();
  const [firm, other] = [
    { id: 'account-1', name: 'Cabinet Ana' },
    { id: 'account-2', name: 'Cabinet Bob' },
  ];

  async function openSession(company: Company, account?: { id: string; name: string }): Promise<void> {
    const user = { userId: 'u1', origin: siteOrigin };
    await stack.backend.sessions.create({ ...company, ...user, permissions: ['view'], ...(account && { account }) });
  }

  async function accountOf({ companyId }: Company) {
    return stack.database.queries
      .selectFrom('companies')
      .innerJoin('accounts', 'accounts.id', 'companies.account_id')
      .select(['accounts.id', 'accounts.name'])
      .where('companies.id', '=', companyId)
      .executeTakeFirst();
  }

  async function changesOf({ companyId }: Company) {
    const entries = await stack.database.queries
      .selectFrom('history')
      .select(['event', 'detail'])
      .where('company_id', '=', companyId)
      .execute();
    return entries.map(({ event, detail }) => [event, detail]);
  }

  it('a session without an account leaves the stored one', async () => {
    const company = stack.newCompany();
    await openSession(company, firm);

    await openSession(company);

    assert.deepEqual(await accountOf(company), firm);
    assert.deepEqual(await changesOf(company), []);
  });

  it('a new name of the account applies to all of its companies', async () => {
    const [one, two] = [stack.newCompany(), stack.newCompany()];
    await openSession(one, firm);
    const renamed = { ...firm, name: 'Cabinet Ana & Fiii' };

    await openSession(two, renamed);

    assert.deepEqual(await accountOf(one), renamed);
  });

  it('the history shows that a company has moved to another account', async () => {
    const company = stack.newCompany();
    await openSession(company, firm);

    await openSession(company, other);

    assert.deepEqual(await accountOf(company), other);
    assert.deepEqual(await changesOf(company), [['account-changed', { from: 'account-1', to: 'account-2' }]]);
  });
});
