import type { Attempt, Failure } from '../contract/attempt.ts';
import type { AuthorizationAnswer } from '../contract/authorization.ts';
import type { Input } from './input.ts';
import { localFailure, sameFailure } from './local-failure.ts';
import { go, type Next, stay } from './next.ts';
import {
  type AtAnaf,
  type Checking,
  type Failed,
  isOpenable,
  type Leaving,
  type Starting,
  silentAfter,
  type Verifying,
} from './state.ts';
import { hasGained } from './usable.ts';

/** States in which the outcome of an attempt is still open. */
type Waiting = Leaving | AtAnaf | Verifying | Failed;

/**
 * Goes to the success screen if the answer shows a new authorization, from this attempt, an earlier one or another page.
 * Returns `undefined` if it does not.
 */
export function gained(state: Starting | Waiting, answer: AuthorizationAnswer): Next | undefined {
  if (!hasGained(state.answer, answer)) return undefined;
  return go(
    { name: 'success', answer },
    { type: 'forget-attempt' },
    { type: 'close-window' },
    { type: 'tell-authorized' },
  );
}

/** Applies an answer about the attempt. A late success replaces any screen. Answers about other attempts are ignored. */
export function afterReading(state: Waiting, attempt: Attempt): Next {
  const own = state.attempt;
  if (!own || own.attemptId !== attempt.attemptId) return stay(state);
  const { answer } = state;
  switch (attempt.state) {
    case 'created':
    case 'shown':
    case 'at-anaf':
      return stillAtAnaf(state);
    case 'verifying':
      if (state.name === 'verifying') return answered(state);
      return go({ name: 'verifying', answer, attempt: own, settled: false, unanswered: 0 });
    case 'succeeded':
      return go(
        { name: 'verifying', answer, attempt: own, settled: true },
        { type: 'read-authorization' },
        { type: 'forget-attempt' },
        { type: 'close-window' },
      );
    case 'failed':
      return failedAtBackend(state, attempt.failure);
    case 'lapsed':
      return lapsed(state);
    default:
      return attempt satisfies never;
  }
}

function stillAtAnaf(state: Waiting): Next {
  const { answer } = state;
  if (state.name === 'verifying') {
    const waiting = { name: 'at-anaf', answer, asking: true, unanswered: 0 } as const;
    const { attempt } = state;
    return go(
      isOpenable(attempt) ? { ...waiting, attempt, place: 'elsewhere' } : { ...waiting, attempt, place: 'tab' },
    );
  }
  if (state.name !== 'at-anaf' || !state.after) return answered(state);
  const { after: _, ...opened } = state;
  return go({ ...opened, unanswered: 0 });
}

function answered(state: Waiting): Next {
  return 'unanswered' in state && state.unanswered > 0 ? go({ ...state, unanswered: 0 }) : stay(state);
}

/** Counts a read that the backend did not answer. */
export function unanswered(state: AtAnaf | Checking, attemptId: string): Next {
  if (attemptId !== state.attempt.attemptId || state.unanswered >= silentAfter) return stay(state);
  return go({ ...state, unanswered: state.unanswered + 1 });
}

function failedAtBackend(state: Waiting, failure: Failure): Next {
  const known = state.name === 'at-anaf' ? state.after : undefined;
  if (known && sameFailure(known, failure)) return answered(state);
  // Keep the state: it contains the person's replies, which the backend does not know.
  if (state.name === 'failure' && state.failure.code === failure.code) return stay(state);
  return fail(state, failure);
}

/** Handles the end of an attempt without an outcome. */
export function lapsed(state: Waiting): Next {
  const { answer } = state;
  if (state.name === 'failure') {
    const { attempt: _, ...ended } = state;
    return go(ended, { type: 'forget-attempt' });
  }
  const failure = localFailure('attempt-lapsed');
  return go({ name: 'failure', answer, failure }, { type: 'forget-attempt' }, { type: 'tell-failed', failure });
}

/** Shows a failure and reports it to the host. */
export function fail(state: Waiting, failure: Failure): Next {
  const { answer, attempt } = state;
  return go({ name: 'failure', answer, failure, ...(attempt && { attempt }) }, { type: 'tell-failed', failure });
}

/** Handles a read that failed for a permanent reason. */
export function unreadable(state: AtAnaf | Checking, input: Extract<Input, { type: 'attempt-unreadable' }>): Next {
  if (input.attemptId !== state.attempt.attemptId) return stay(state);
  if (isOver(input)) return lapsed(state);
  return go({ name: 'problem', problem: input.problem, resume: state.attempt });
}

/** Whether the attempt has ended, so that reading it makes no sense any more. */
export function isOver(input: Extract<Input, { type: 'attempt-unreadable' | 'attempt-lapsed' }>): boolean {
  if (input.type === 'attempt-lapsed') return true;
  return input.problem.code === 'attempt-unknown' || input.problem.code === 'attempt-ended';
}
