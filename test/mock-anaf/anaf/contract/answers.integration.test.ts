import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { answers } from './answers.ts';
import { Stage } from './stage.ts';

describe('an answer that is known word for word', () => {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
  });
  beforeEach(() => stage.reset());
  after(() => stage.mock.stop());

  it('has one test, which the name tells from the others', () => {
    const names = answers.map(({ from, quote }) => `${from}: ${quote}`);

    assert.equal(new Set(names).size, names.length);
  });

  for (const { from, quote, ask, expected } of answers) {
    it(`${from}: ${quote}`, async () => {
      const { status, type, body, headers } = await ask(stage);

      assert.deepEqual({ status, type, body }, { status: expected.status, type: expected.type, body: expected.body });
      for (const [name, value] of Object.entries(expected.headers ?? {})) assert.equal(headers?.[name], value, name);
    });
  }
});
