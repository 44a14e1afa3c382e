import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isResultSignal, resultChannelName, returnParameter } from 'spv-authorize/contract';

describe('the result signal of the contract', () => {
  it('a signal says "look again" about an attempt', () => {
    assert.equal(isResultSignal({ type: 'spv-authorize:look-again', attemptId: 'attempt-1' }), true);
    assert.equal(isResultSignal({ type: 'spv-authorize:look-again', attemptId: '' }), true);
  });

  const others: readonly unknown[] = [
    undefined,
    null,
    'spv-authorize:look-again',
    {},
    { type: 'spv-authorize:look-again' },
    { attemptId: 'attempt-1' },
    { type: 'something', attemptId: 'attempt-1' },
    { type: 'spv-authorize:look-again', attemptId: 7 },
  ];
  for (const data of others) {
    it(`${JSON.stringify(data)} is not a signal`, () => {
      assert.equal(isResultSignal(data), false);
    });
  }

  it('the names of the channel and of the return parameter are part of the contract', () => {
    assert.deepEqual([resultChannelName, returnParameter], ['spv-authorize', 'spv-attempt']);
  });
});
