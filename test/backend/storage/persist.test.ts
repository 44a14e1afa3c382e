import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { persist } from 'spv-authorize-backend/internal/storage/persist.ts';

const failures = [
  { what: 'no answer', error: new Error('Connection terminated unexpectedly'), isTriedAgain: true },
  { what: 'a refused connection', error: withCode('ECONNREFUSED'), isTriedAgain: true },
  { what: 'a shutdown', error: withCode('57P01'), isTriedAgain: true },
  { what: 'too many connections', error: withCode('53300'), isTriedAgain: true },
  { what: 'a deadlock', error: withCode('40P01'), isTriedAgain: true },
  { what: 'a value that does not fit', error: withCode('22021'), isTriedAgain: false },
  { what: 'a row that is there', error: withCode('23505'), isTriedAgain: false },
  { what: 'our own fault', error: new TypeError('undefined'), isTriedAgain: false },
];

describe('persist', () => {
  for (const { what, error, isTriedAgain } of failures) {
    it(`storing tokens ${isTriedAgain ? 'is retried' : 'fails at once'} after ${what}`, async () => {
      let tries = 0;
      const store = async () => {
        tries += 1;
        if (tries === 1) throw error;
        return 'stored';
      };

      const result = await persist(store).catch((thrown: unknown) => thrown);

      assert.deepEqual([result, tries], isTriedAgain ? ['stored', 2] : [error, 1]);
    });
  }
});

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}
