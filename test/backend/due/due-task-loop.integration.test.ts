import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorize, readAuthorization, stateOf } from '../support/authorize.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { until } from '../support/until.ts';

describe('the loop of due tasks', () => {
  it('a started backend checks a candidate by itself when that is due', async () => {
    const stack = await setup();
    const site = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    const { attemptId } = await authorize(stack, site);
    stack.clock.advance(15);

    await stack.backend.start();

    await until(async () => (await stateOf(site, attemptId)) !== 'verifying');
    assert.equal(await stateOf(site, attemptId), 'succeeded');
    assert.equal((await readAuthorization(site)).status, 'active');
  });
});
