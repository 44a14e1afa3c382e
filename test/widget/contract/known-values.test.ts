import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  attemptAnswer,
  authorizationAnswer,
  authorizationStatuses,
  capabilities,
  causeCodes,
  failureCodes,
  linkStates,
  permissions,
  withKnownValues,
} from 'spv-authorize/contract';
import { exampleAnswer, exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import * as v from 'valibot';

const failure = {
  code: 'access-denied',
  retryable: true,
  evidence: {},
  diagnosis: { causes: [{ cause: 'wrong-pin', likelihood: 'likely', grounds: ['pin-was-asked'] }] },
};

function attemptWith(changes: object): unknown {
  const attempt = { attemptId: 'a', expiresAt: 1, state: 'failed', failure: { ...failure, ...changes } };
  return { now: 1, attempt };
}

describe('answers of a newer backend', () => {
  it('an answer of today is not changed', () => {
    const answers = [
      { ...exampleAnswer, capabilities, permissions },
      ...authorizationStatuses.map((status) => ({
        ...exampleAnswer,
        authorization: status === 'none' ? { status } : { ...exampleConnection, status },
      })),
      ...failureCodes.map((code) => attemptWith({ code })),
      ...causeCodes.map((cause) =>
        attemptWith({ diagnosis: { causes: [{ cause, likelihood: 'certain', grounds: ['said-by-anaf'] }] } }),
      ),
      ...linkStates.map((state) => ({ now: 1, links: [{ linkId: 'link-1', state }] })),
    ];

    for (const answer of answers) assert.deepEqual(withKnownValues(answer), answer);
  });

  it('unknown capabilities, permissions and services are ignored', () => {
    const newer = {
      ...exampleAnswer,
      capabilities: ['telepathy', 'verify'],
      permissions: ['view', 'audit'],
      application: { ...exampleAnswer.application, services: ['e-factura', 'e-sigiliu'] },
    };

    const read = v.parse(authorizationAnswer, withKnownValues(newer));

    assert.deepEqual(read.capabilities, ['verify']);
    assert.deepEqual(read.permissions, ['view']);
    assert.deepEqual(read.application.services, ['e-factura']);
  });

  it('an unknown status becomes "other" and keeps everything else', () => {
    const newer = { ...exampleAnswer, authorization: { ...exampleConnection, status: 'paused' } };

    const read = v.parse(authorizationAnswer, withKnownValues(newer));

    assert.deepEqual(read.authorization, { ...exampleConnection, status: 'other' });
  });

  it('an unknown failure code and an unknown cause become "other", and unknown grounds are dropped', () => {
    const causes = [{ cause: 'token-on-fire', likelihood: 'certain', grounds: ['smoke', 'pin-was-asked'] }];
    const newer = attemptWith({ code: 'burnt', diagnosis: { causes } });

    const { attempt } = v.parse(attemptAnswer, withKnownValues(newer));

    assert.ok(attempt.state === 'failed');
    assert.equal(attempt.failure.code, 'other');
    assert.deepEqual(attempt.failure.diagnosis.causes, [
      { cause: 'other', likelihood: 'certain', grounds: ['pin-was-asked'] },
    ]);
  });

  it('values of a wrong type are still refused by the validation', () => {
    for (const authorization of [{ ...exampleConnection, status: 5 }, { status: 'paused' }, null]) {
      const read = v.safeParse(authorizationAnswer, withKnownValues({ ...exampleAnswer, authorization }));

      assert.equal(read.success, false);
    }
    assert.equal(
      v.safeParse(authorizationAnswer, withKnownValues({ ...exampleAnswer, capabilities: 'verify' })).success,
      false,
    );
    for (const body of [undefined, null, 'text', 5, []]) assert.deepEqual(withKnownValues(body), body);
  });

  it('names and texts that happen to equal a member are left alone', () => {
    const company = { name: 'capabilities', taxId: '12345674' };

    assert.deepEqual(withKnownValues({ ...exampleAnswer, company }), { ...exampleAnswer, company });
  });
});
