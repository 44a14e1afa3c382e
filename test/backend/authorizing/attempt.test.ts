import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AttemptRow, hasEnded, toAttempt } from 'spv-authorize-backend/internal/authorizing/attempt.ts';
import { toFailure } from 'spv-authorize-backend/internal/authorizing/failure.ts';

const expiresAt = 1000;
const row: AttemptRow = {
  id: 'a1',
  company_id: 'c1',
  ticket_hash: 'hash',
  link_id: null,
  mode: 'window',
  return_url: null,
  origin: 'https://app.example',
  user_id: 'u1',
  user_name: null,
  state: 'created',
  created_at: 100,
  expires_at: expiresAt,
  ended_at: null,
  proof_hash: null,
  proof_until: null,
  failure_code: null,
  failure_evidence: null,
  failure_reference: null,
};

describe('hasEnded', () => {
  it('an attempt has ended once it is settled or its time has passed', () => {
    const ended = [
      hasEnded({ ended_at: null, expires_at: expiresAt }, expiresAt - 1),
      hasEnded({ ended_at: null, expires_at: expiresAt }, expiresAt),
      hasEnded({ ended_at: null, expires_at: expiresAt }, expiresAt + 1),
      hasEnded({ ended_at: 500, expires_at: expiresAt }, 600),
    ];

    assert.deepEqual(ended, [false, true, true, true]);
  });
});

describe('toAttempt', () => {
  for (const state of ['created', 'shown', 'at-anaf', 'verifying'] as const) {
    it(`an attempt that is stored as ${state} counts as lapsed from its expiry on`, () => {
      const states = [expiresAt - 1, expiresAt].map((now) => toAttempt({ ...row, state }, now));

      assert.deepEqual(states, [
        { attemptId: 'a1', expiresAt, state },
        { attemptId: 'a1', expiresAt, state: 'lapsed' },
      ]);
    });
  }

  for (const state of ['succeeded', 'lapsed'] as const) {
    it(`an attempt that is stored as ${state} stays so before and after its expiry`, () => {
      for (const now of [expiresAt - 1, expiresAt]) {
        assert.deepEqual(toAttempt({ ...row, state, ended_at: 500 }, now), { attemptId: 'a1', expiresAt, state });
      }
    });
  }

  it('a failed attempt keeps its failure after its expiry', () => {
    const failure = { code: 'code-expired', evidence: { answeredAfterSeconds: 70 }, reference: 'ABC123' } as const;
    const failed: AttemptRow = {
      ...{ ...row, state: 'failed', failure_code: failure.code },
      ...{ failure_evidence: failure.evidence, failure_reference: failure.reference },
    };

    for (const now of [expiresAt - 1, expiresAt]) {
      assert.deepEqual(toAttempt(failed, now), {
        ...{ attemptId: 'a1', expiresAt, state: 'failed' },
        failure: toFailure(failure),
      });
    }
  });

  it('a failed attempt without a stored failure is reported as damaged', () => {
    assert.throws(() => toAttempt({ ...row, state: 'failed' }, 500), {
      name: 'TypeError',
      message: 'the failed attempt "a1" has no failure',
    });
  });
});
