import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callWithRenewal } from 'spv-authorize-backend/internal/grants/call-with-renewal.ts';

const first = { name: 'first' };
const second = { name: 'second' };

/** Calls a fake server that refuses the given tokens and records the tokens it was sent. */
async function callRefusing(refused: readonly string[], replacement: typeof second | 'rejected' | 'transient') {
  const sent: string[] = [];
  const call = async ({ name }: typeof first) => {
    sent.push(name);
    return refused.includes(name) ? 'refused' : 'accepted';
  };
  const isRefused = (answer: string) => answer === 'refused';
  const result = await callWithRenewal(first, call, isRefused, async () => replacement);
  return { result, sent };
}

describe('callWithRenewal', () => {
  it('an accepted token is not replaced', async () => {
    const { result, sent } = await callRefusing([], second);

    assert.deepEqual([result, sent], [{ token: first, answer: 'accepted' }, ['first']]);
  });

  it('a refused token is replaced, and the call is made with the new one', async () => {
    const { result, sent } = await callRefusing(['first'], second);

    assert.deepEqual([result, sent], [{ token: second, answer: 'accepted' }, ['first', 'second']]);
  });

  it('a token that is refused after the replacement is not replaced again', async () => {
    const { result, sent } = await callRefusing(['first', 'second'], second);

    assert.deepEqual([result, sent], [{ token: second, answer: 'refused' }, ['first', 'second']]);
  });

  it('the refusal stands when there is no other token', async () => {
    const { result, sent } = await callRefusing(['first'], 'rejected');

    assert.deepEqual([result, sent], [{ token: first, answer: 'refused' }, ['first']]);
  });

  it('there is no answer when the renewal was not answered', async () => {
    const { result, sent } = await callRefusing(['first'], 'transient');

    assert.deepEqual([result, sent], [undefined, ['first']]);
  });
});
