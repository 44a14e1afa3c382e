import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnose, type Failure } from 'spv-authorize/contract';
import { failureOfStart, localFailure, sameFailure, withReply } from 'spv-authorize/internal/core/local-failure.ts';
import type { Problem } from 'spv-authorize/internal/core/state.ts';
import { accessDenied } from './samples.ts';

describe('localFailure', () => {
  it('a failure that the page noticed has the diagnosis of its evidence', () => {
    const evidence = { sight: 'session-finished' } as const;

    assert.deepEqual(localFailure('not-returned', evidence), {
      code: 'not-returned',
      retryable: false,
      evidence,
      diagnosis: diagnose('not-returned', evidence),
    });
  });

  it('a failure that the page noticed is retryable when its first cause is, and has a reference only when one is given', () => {
    assert.equal(localFailure('attempt-lapsed').retryable, true);
    assert.equal(localFailure('window-blocked').retryable, false);
    assert.equal('reference' in localFailure('attempt-lapsed'), false);
    assert.equal(localFailure('anaf-unavailable', {}, '7F3K').reference, '7F3K');
  });
});

describe('withReply', () => {
  it('a reply is added to the evidence and changes the diagnosis', () => {
    const evidence = { ...accessDenied.evidence, pinAsked: 'yes' } as const;

    assert.deepEqual(withReply(accessDenied, 'pinAsked', 'yes'), {
      ...accessDenied,
      evidence,
      diagnosis: diagnose('access-denied', evidence),
    });
  });
});

describe('failureOfStart', () => {
  const cases: readonly (readonly [Problem['code'], Failure['code'] | undefined])[] = [
    ['anaf-unavailable', 'anaf-unavailable'],
    ['unreachable', 'backend-unreachable'],
    ['unreadable', 'backend-unreachable'],
    ['internal-error', 'backend-unreachable'],
    ['permission-missing', undefined],
    ['session-expired', undefined],
  ];
  for (const [code, expected] of cases) {
    it(`a start that is refused with ${code} is the failure ${expected ?? '(none, but a problem)'}`, () => {
      const failure = failureOfStart({ code, reference: '7F3K' });

      assert.deepEqual(failure, expected && localFailure(expected, {}, '7F3K'));
    });
  }
});

describe('sameFailure', () => {
  const base: Failure = {
    ...accessDenied,
    evidence: { answeredAfterSeconds: 6, certificate: { issuer: 'certSIGN', serial: '5A3F' } },
  };
  const changes: readonly (readonly [string, Partial<Failure>, boolean])[] = [
    ['nothing', {}, true],
    ['the person’s replies', { evidence: { ...base.evidence, pinAsked: 'yes' } }, true],
    ['the code', { code: 'anaf-unavailable' }, false],
    ['the reference', { reference: '9C2A' }, false],
    ['the time of the answer', { evidence: { ...base.evidence, answeredAfterSeconds: 7 } }, false],
    ['the certificate', { evidence: { ...base.evidence, certificate: { issuer: 'certSIGN', serial: '1' } } }, false],
    ['that there is a certificate', { evidence: { answeredAfterSeconds: 6 } }, false],
  ];
  for (const [what, change, expected] of changes) {
    it(`two failures that differ in ${what} are ${expected ? '' : 'not '}the same report`, () => {
      assert.equal(sameFailure(base, { ...base, ...change }), expected);
      assert.equal(sameFailure({ ...base, ...change }, base), expected);
    });
  }

  it('two failures without a certificate are the same report', () => {
    assert.equal(sameFailure(accessDenied, { ...accessDenied }), true);
  });
});
