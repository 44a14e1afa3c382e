import { describe, it } from 'node:test';
import {
  attempt,
  attemptAnswer,
  attemptMode,
  failure,
  startAttemptRequest,
  startedAttempt,
} from 'spv-authorize/contract';
import { accepts, refuses, withoutEach } from './schema.ts';

const fields = { attemptId: 'attempt-1', expiresAt: 1_795_505_220 };
const cause = { cause: 'wrong-pin', likelihood: 'likely', grounds: ['pin-was-asked'] };
const denied = { code: 'access-denied', retryable: true, diagnosis: { causes: [cause] }, evidence: {} };
const created = { ...fields, state: 'created' };

describe('the attempt of the contract', () => {
  it('an attempt begins in a window or by a redirect', () => {
    accepts(attemptMode, 'window', 'redirect');
    refuses(attemptMode, 'popup', '');
    accepts(startAttemptRequest, { mode: 'window' }, { mode: 'redirect', returnUrl: 'https://app.example/' });
    refuses(startAttemptRequest, {}, { mode: 'popup' }, { mode: 'redirect' }, { mode: 'redirect', returnUrl: '/back' });
  });

  it('an attempt has an id, an end and one of seven states', () => {
    for (const state of ['created', 'shown', 'at-anaf', 'verifying', 'succeeded', 'lapsed']) {
      accepts(attempt, { ...fields, state });
      refuses(attempt, ...withoutEach({ ...fields, state }));
    }
    refuses(attempt, { ...fields, state: 'cancelled' }, { ...fields, state: '' });
  });

  it('a failed attempt, and only a failed one, has a failure', () => {
    accepts(attempt, { ...fields, state: 'failed', failure: denied });
    refuses(attempt, { ...fields, state: 'failed' });
  });

  it('a failure has a code, retryable, a diagnosis and evidence, and may have a reference', () => {
    accepts(failure, denied, { ...denied, reference: '7F3K' });
    refuses(failure, ...withoutEach(denied), { ...denied, code: 'whatever' }, { ...denied, reference: 7 });
  });

  it('a started attempt has the address that the person opens', () => {
    const started = { now: 1_795_504_320, attempt: created, authorizeUrl: 'https://spv.example/authorize/t' };

    accepts(startedAttempt, started);
    refuses(startedAttempt, ...withoutEach(started), { ...started, authorizeUrl: '/authorize/t' });
  });

  it('every answer about an attempt has the backend’s clock', () => {
    accepts(attemptAnswer, { now: 1_795_504_320, attempt: created });
    refuses(attemptAnswer, { attempt: created }, { now: 1_795_504_320 });
  });
});
