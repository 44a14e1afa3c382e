import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { answers } from './answers.ts';
import type { ContractAnswer } from './contract-answer.ts';
import { Stage } from './stage.ts';

describe('answers of ANAF whose exact text is known', () => {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
  });
  beforeEach(() => stage.reset());
  after(() => stage.mock.stop());

  it('the contract answers have no duplicate titles', () => {
    const names = answers.map(titleOf);

    assert.equal(new Set(names).size, names.length);
  });

  for (const answer of answers) {
    it(titleOf(answer), async () => {
      const { ask, expected } = answer;
      const { status, type, body, headers } = await ask(stage);

      assert.deepEqual({ status, type, body }, { status: expected.status, type: expected.type, body: expected.body });
      for (const [name, value] of Object.entries(expected.headers ?? {})) assert.equal(headers?.[name], value, name);
    });
  }
});

function titleOf({ from, quote }: Pick<ContractAnswer, 'from' | 'quote'>): string {
  return `${from} answers ${quote}`;
}
