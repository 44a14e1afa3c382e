import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  failureColumns,
  failureOf,
  newReference,
  storedFailure,
  toFailure,
} from 'spv-authorize-backend/internal/authorizing/failure.ts';

const failure = { code: 'access-denied', evidence: { answeredAfterSeconds: 0.4 }, reference: 'ABC123' } as const;

describe('a failure', () => {
  it('a new failure keeps its code and evidence and gets a reference of its own', () => {
    const failures = [1, 2].map(() => failureOf('access-denied', { pinAsked: 'yes' }));

    for (const { code, evidence } of failures)
      assert.deepEqual([code, evidence], ['access-denied', { pinAsked: 'yes' }]);
    assert.equal(new Set(failures.map(({ reference }) => reference)).size, 2);
  });

  it('a failure is described with its diagnosis and can be retried as far as its likeliest cause allows', () => {
    const { diagnosis, ...described } = toFailure(failure);

    assert.deepEqual(described, { ...failure, retryable: false });
    assert.deepEqual(diagnosis.causes[0], {
      cause: 'token-not-inserted',
      likelihood: 'likely',
      grounds: ['answered-at-once'],
    });
    assert.equal(toFailure({ ...failure, evidence: { pinAsked: 'yes' } }).retryable, true);
  });

  it('a failure is read from its columns as it was stored', () => {
    const columns = failureColumns(failure);

    assert.deepEqual(columns, {
      failure_code: 'access-denied',
      failure_evidence: '{"answeredAfterSeconds":0.4}',
      failure_reference: 'ABC123',
    });
    assert.deepEqual(
      storedFailure({ ...columns, failure_code: 'access-denied', failure_evidence: failure.evidence }),
      failure,
    );
  });

  it('the columns without a failure are empty, and no failure is read from them', () => {
    const columns = failureColumns(undefined);

    assert.deepEqual(columns, { failure_code: null, failure_evidence: null, failure_reference: null });
    assert.equal(storedFailure({ failure_code: null, failure_evidence: {}, failure_reference: 'ABC123' }), undefined);
  });

  it('a stored failure without evidence and reference is read with empty ones', () => {
    assert.deepEqual(storedFailure({ failure_code: 'cancelled', failure_evidence: null, failure_reference: null }), {
      ...{ code: 'cancelled', evidence: {}, reference: '' },
    });
  });

  it('a reference has six characters without those that people confuse, and all 32 of them occur', () => {
    const references = Array.from({ length: 500 }, newReference);

    for (const reference of references) assert.match(reference, /^[0-9A-HJKMNP-TV-Z]{6}$/);
    assert.equal(new Set(references.join('')).size, 32);
  });
});
