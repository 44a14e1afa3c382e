import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anafUnavailable } from 'spv-authorize-backend/internal/http/middleware/problem.ts';

describe('anafUnavailable', () => {
  it('the problem for a missing answer of ANAF asks for a retry after 30 seconds and keeps its cause from the caller', () => {
    const problem = anafUnavailable(new Error('private'));

    assert.deepEqual(
      [problem.status, problem.headers, problem.cause],
      [503, { 'Retry-After': '30' }, new Error('private')],
    );
    assert.deepEqual(problem.toDetails('ABC123'), {
      type: 'about:blank',
      title: 'ANAF does not answer at the moment. Try again later.',
      ...{ status: 503, code: 'anaf-unavailable', reference: 'ABC123' },
    });
  });
});
