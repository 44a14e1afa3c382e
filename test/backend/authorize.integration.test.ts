import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Site, type Stack, startStack } from './support/stack.ts';
import { authorize, headingOf, readAttempt, readAuthorization } from './support/walk.ts';

describe('authorizing a company with a certificate', () => {
  let stack: Stack;
  before(async () => {
    stack = await startStack();
  });
  after(() => stack.stop());

  it('makes the authorization active once ANAF has said that the right is there', async () => {
    const site = await Site.open(stack, { companyId: 'a1', taxId: '90123459', companyName: 'Exemplu SRL' });

    const { attemptId, page, status } = await authorize(stack, site);

    assert.equal(status, 200);
    assert.equal(headingOf(page), 'Gata, Exemplu SRL este autorizată');
    assert.equal((await readAttempt(site, attemptId)).state, 'succeeded');
    const authorization = await readAuthorization(site);
    assert.equal(authorization.status, 'active');
    assert.deepEqual(
      stack.mock.journal.entries({ path: 'listaMesajeFactura' }).map(({ query }) => query),
      [{ zile: '1', cif: '90123459' }],
    );
  });
});
