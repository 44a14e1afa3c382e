import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin } from '../../../support/admin.ts';
import { beta, gama } from '../../../support/invoice.ts';
import { startMock } from '../../../support/login.ts';

describe('GET /companies', () => {
  it('GET /companies returns who has rights, whether they are in force, and the number of messages', async () => {
    await using mock = await startMock();
    mock.changePerson('no-company', { rights: [gama.cui] });
    mock.addMessages({ cui: gama.cui, count: 2, other: beta.cui });

    const { body } = await admin(mock, 'GET', '/companies');

    const companies = body.companies as { cui: string; people: { name: string; isInForce: boolean }[] }[];
    const { people, ...others } = companies.find(({ cui }) => cui === gama.cui) ?? assert.fail();
    assert.deepEqual(others, { ...gama, messages: { test: 2, prod: 0 } });
    assert.deepEqual(
      people.map(({ name, isInForce }) => [name, isInForce]),
      [
        ['accountant', true],
        ['no-company', false],
      ],
    );
  });
});
