import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { invoice } from '../../mock-anaf/support/invoice.ts';
import { authorizedSite } from '../support/authorize.ts';
import { databaseKinds } from '../support/databases.ts';
import { countRows } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { hostAnswer } from '../support/site.ts';

const rounds = 12;

for (const kind of databaseKinds) {
  describe(`the deletion of a company that is in use (${kind})`, async () => {
    const stack = await setup({ database: kind, exposeAccessTokens: true });

    it(`whatever happens at the same moment, no request fails and nothing of the company stays (${kind})`, async () => {
      const failed = [];
      for (let round = 0; round < rounds; round += 1) {
        const site = await authorizedSite(stack);
        const { companyId } = site;
        const path = `/companies/${companyId}`;
        const { access_token, refresh_token } = await stack.mock.issueTokens({ persona: 'administrator' });
        const deleted = Promise.all(Array.from({ length: 3 }, () => hostAnswer(stack, 'DELETE', path)));
        const answers = await Promise.all([
          site.call('POST', '/attempts', { mode: 'window' }),
          site.call('POST', '/authorization/verify'),
          hostAnswer(stack, 'POST', '/access-tokens', { companyId }),
          hostAnswer(stack, 'POST', `${path}/uploads`, invoice()),
          hostAnswer(stack, 'POST', `${path}/grant`, { accessToken: access_token, refreshToken: refresh_token }),
          ...Array.from({ length: 5 }, () => site.call('POST', '/attempts', { mode: 'window' })),
          site.call('DELETE', '/authorization'),
        ]);
        failed.push(...answers.filter(({ status }) => status >= 500));
        failed.push(...(await deleted).filter(({ status }) => status !== 204));
        assert.equal((await hostAnswer(stack, 'GET', path)).status, 404);
      }

      assert.deepEqual(failed, []);
      for (const table of ['companies', 'grants', 'authorizations', 'candidates', 'attempts', 'history', 'uploads'])
        assert.equal(await countRows(stack.database, table), 0, table);
    });
  });
}
