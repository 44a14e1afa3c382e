import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemCodes, problemDetails, SpvProblem } from 'spv-authorize/contract';
import { accepts, refuses, withoutEach } from './schema.ts';

const details = { type: 'about:blank', title: 'No', status: 403, code: 'permission-missing' };

describe('the problem of the contract', () => {
  it('problem details have a type, title, status and known code, and may have more', () => {
    const errors = [{ field: 'returnUrl', message: 'must be https' }];

    accepts(problemDetails, ...problemCodes.map((code) => ({ ...details, code })));
    accepts(problemDetails, { ...details, detail: 'Ask an administrator.', reference: '7F3K', errors });
    refuses(problemDetails, ...withoutEach(details), { ...details, code: 'whatever' }, { ...details, status: 403.5 });
    refuses(problemDetails, ...errors.flatMap(withoutEach).map((error) => ({ ...details, errors: [error] })));
  });

  it('an SpvProblem has a name, a code, a cause and what the answer said', () => {
    const cause = new TypeError('refused');
    const problem = new SpvProblem('rate-limited', 'too many', {
      cause,
      status: 429,
      retryAfterSeconds: 7,
      reference: 'R',
    });

    assert.ok(problem instanceof Error);
    assert.deepEqual([problem.name, problem.code, problem.message], ['SpvProblem', 'rate-limited', 'too many']);
    assert.equal(problem.cause, cause);
    assert.deepEqual([problem.status, problem.retryAfterSeconds, problem.reference], [429, 7, 'R']);
  });

  it('an SpvProblem without an answer has no status, Retry-After or reference', () => {
    const { status, retryAfterSeconds, reference, cause } = new SpvProblem('unreachable', 'no answer');

    assert.deepEqual([status, retryAfterSeconds, reference, cause], [undefined, undefined, undefined, undefined]);
  });
});
