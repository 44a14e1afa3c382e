import type { Attempt, Failure } from '../contract/attempt.ts';
import type { AuthorizationAnswer } from '../contract/authorization.ts';
import type { Effect, Input } from './input.ts';
import { localFailure, sameFailure, withReply } from './local-failure.ts';
import { go, type Next, stay } from './next.ts';
import {
  type AtAnaf,
  type Checking,
  type Failed,
  home,
  type Leaving,
  type OpenableAttempt,
  type RunningAttempt,
  type Starting,
  silentAfter,
  type Verifying,
} from './state.ts';
import { hasGained } from './usable.ts';

/** States in which an attempt is waited for. */
type Waiting = Leaving | AtAnaf | Verifying | Failed;

export function whileLeaving(state: Leaving, input: Input): Next {
  const { answer, attempt } = state;
  switch (input.type) {
    case 'authorization-read':
      return gained(state, input.answer) ?? go({ ...state, answer: input.answer });
    case 'person-returned':
      return go({ name: 'at-anaf', answer, attempt, place: 'tab', asking: true, unanswered: 0 }, { type: 'look-now' });
    default:
      return stay(state);
  }
}

export function whileAtAnaf(state: AtAnaf, input: Input): Next {
  const { answer, attempt } = state;
  switch (input.type) {
    case 'authorization-read':
      return gained(state, input.answer) ?? go({ ...state, answer: input.answer });
    case 'show-window':
      return state.place === 'tab' ? stay(state) : { state, effects: [{ type: 'focus-window' }] };
    case 'reopen-window':
      return reopen(state);
    case 'continue-in-this-tab':
      return state.place === 'tab' ? leaveAgain(state) : stay(state);
    case 'window-gone':
      return state.place === 'window' ? go({ ...state, place: 'gone', asking: true }) : stay(state);
    case 'person-returned':
    case 'say-finished':
      return { state: state.asking ? state : { ...state, asking: true }, effects: [{ type: 'look-now' }] };
    case 'tell-sight':
      if (input.sight !== 'still-choosing') return fail(state, localFailure('not-returned', { sight: input.sight }));
      return state.place === 'tab' ? stay(state) : go({ ...state, asking: false }, { type: 'focus-window' });
    case 'use-private-window':
      return openElsewhere(state, state.after) ?? stay(state);
    case 'give-up':
      return giveUp(answer, attempt);
    case 'attempt-read':
      return afterReading(state, input.attempt);
    case 'attempt-unanswered':
      return unanswered(state, input.attemptId);
    case 'attempt-lapsed':
      return input.attemptId === attempt.attemptId ? lapsed(state) : stay(state);
    case 'attempt-unreadable':
      return unreadable(state, input);
    default:
      return stay(state);
  }
}

export function whileVerifying(state: Verifying, input: Input): Next {
  if (!state.settled) return whileChecking(state, input);
  switch (input.type) {
    case 'authorization-read':
      return go({ name: 'success', answer: input.answer }, { type: 'tell-authorized' }, { type: 'tell-pages' });
    case 'call-failed':
      // Trying again finds the attempt succeeded, and so the success is told after all.
      if (input.call !== 'read') return stay(state);
      return go({ name: 'problem', problem: input.problem, resume: state.attempt });
    default:
      return stay(state);
  }
}

/** Its time is the backend's to judge: a check that ANAF delays may outlive the attempt's 15 minutes. */
function whileChecking(state: Checking, input: Input): Next {
  switch (input.type) {
    case 'authorization-read':
      return gained(state, input.answer) ?? go({ ...state, answer: input.answer });
    case 'give-up':
      return giveUp(state.answer, state.attempt);
    case 'attempt-read':
      return afterReading(state, input.attempt);
    case 'attempt-unanswered':
      return unanswered(state, input.attemptId);
    case 'attempt-unreadable':
      return unreadable(state, input);
    default:
      return stay(state);
  }
}

export function whileFailed(state: Failed, input: Input): Next {
  const { answer, attempt, failure } = state;
  switch (input.type) {
    case 'authorization-read':
      return gained(state, input.answer) ?? go({ ...state, answer: input.answer });
    case 'person-returned':
      return { state, effects: [{ type: 'look-soon' }] };
    case 'reply':
      return go({ ...state, failure: withReply(failure, input.question, input.reply) });
    case 'go':
      return startAgain(state);
    case 'continue-in-this-tab':
      if (!answer.capabilities.includes('redirect')) return stay(state);
      return go({ name: 'starting', answer, mode: 'redirect' }, { type: 'start-in-tab' });
    case 'use-private-window':
      return openElsewhere(state, failure) ?? askForAddress(state);
    case 'show-window':
      return showWindow(state);
    case 'back':
      return go({ name: 'checklist', answer }, { type: 'forget-attempt' });
    case 'give-up':
      return giveUp(answer, attempt);
    case 'attempt-read':
      return afterReading(state, input.attempt);
    case 'attempt-unreadable':
    case 'attempt-lapsed':
      return input.attemptId === attempt?.attemptId && isOver(input) ? lapsed(state) : stay(state);
    default:
      return stay(state);
  }
}

/** The success that an answer shows, from wherever it came: another page, or an attempt before this one. */
export function gained(state: Starting | Waiting, answer: AuthorizationAnswer): Next | undefined {
  if (!hasGained(state.answer, answer)) return undefined;
  return go(
    { name: 'success', answer },
    { type: 'forget-attempt' },
    { type: 'close-window' },
    { type: 'tell-authorized' },
  );
}

/** What the backend says of an attempt. A late success wins over everything; another attempt's answer is ignored. */
function afterReading(state: Waiting, attempt: Attempt): Next {
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

function unanswered(state: AtAnaf | Checking, attemptId: string): Next {
  if (attemptId !== state.attempt.attemptId || state.unanswered >= silentAfter) return stay(state);
  return go({ ...state, unanswered: state.unanswered + 1 });
}

function failedAtBackend(state: Waiting, failure: Failure): Next {
  const known = state.name === 'at-anaf' ? state.after : undefined;
  if (known && sameFailure(known, failure)) return answered(state);
  // Replies change only our copy, so that reading the backend's failure again must not undo them.
  if (state.name === 'failure' && state.failure.code === failure.code) return stay(state);
  return fail(state, failure);
}

function lapsed(state: Waiting): Next {
  const { answer } = state;
  if (state.name === 'failure') {
    const { attempt: _, ...ended } = state;
    return go(ended, { type: 'forget-attempt' });
  }
  const failure = localFailure('attempt-lapsed');
  return go({ name: 'failure', answer, failure }, { type: 'forget-attempt' }, { type: 'tell-failed', failure });
}

function fail(state: Waiting, failure: Failure): Next {
  const { answer, attempt } = state;
  return go({ name: 'failure', answer, failure, ...(attempt && { attempt }) }, { type: 'tell-failed', failure });
}

/** A read that will not get better by repeating. Others are repeated by the controller and never come here. */
function unreadable(state: AtAnaf | Checking, input: Extract<Input, { type: 'attempt-unreadable' }>): Next {
  if (input.attemptId !== state.attempt.attemptId) return stay(state);
  if (isOver(input)) return lapsed(state);
  return go({ name: 'problem', problem: input.problem, resume: state.attempt });
}

function isOver(input: Extract<Input, { type: 'attempt-unreadable' | 'attempt-lapsed' }>): boolean {
  if (input.type === 'attempt-lapsed') return true;
  return input.problem.code === 'attempt-unknown' || input.problem.code === 'attempt-ended';
}

function reopen(state: AtAnaf): Next {
  if (state.place === 'tab') return stay(state);
  const url = state.attempt.authorizeUrl;
  return go({ ...state, place: 'window', asking: false }, { type: 'reopen-window', url });
}

/** This tab has left the old attempt behind, and no other window has its address. */
function leaveAgain({ answer, attempt }: AtAnaf): Next {
  return go(
    { name: 'starting', answer, mode: 'redirect' },
    { type: 'cancel-attempt', attemptId: attempt.attemptId },
    { type: 'forget-attempt' },
    { type: 'start-in-tab' },
  );
}

/**
 * A new attempt, the way the old one went. The old one is not cancelled: a window that the person still has open may
 * finish it, and that success counts (`gained`).
 */
function startAgain({ answer, attempt }: Failed): Next {
  const wasInTab = attempt !== undefined && !isOpenable(attempt) && answer.capabilities.includes('redirect');
  return wasInTab
    ? go({ name: 'starting', answer, mode: 'redirect' }, { type: 'forget-attempt' }, { type: 'start-in-tab' })
    : go({ name: 'starting', answer, mode: 'window' }, { type: 'forget-attempt' }, { type: 'start-in-window' });
}

function openElsewhere({ answer, attempt }: AtAnaf | Failed, after?: Failure): Next | undefined {
  if (!attempt || !isOpenable(attempt)) return undefined;
  return go(
    { name: 'at-anaf', answer, attempt, place: 'elsewhere', asking: false, unanswered: 0, ...(after && { after }) },
    { type: 'copy', what: 'address', text: attempt.authorizeUrl },
  );
}

function askForAddress({ answer }: Failed): Next {
  return go({ name: 'starting', answer, mode: 'address' }, { type: 'forget-attempt' }, { type: 'start-elsewhere' });
}

function showWindow(state: Failed): Next {
  const { answer, attempt, failure } = state;
  if (!attempt || !isOpenable(attempt)) return stay(state);
  return go(
    { name: 'at-anaf', answer, attempt, place: 'window', asking: false, unanswered: 0, after: failure },
    { type: 'focus-window' },
  );
}

/** The authorization is read again: it may have been given while the person waited. */
function giveUp(answer: AuthorizationAnswer, attempt: RunningAttempt | undefined): Next {
  const read: Effect = { type: 'read-authorization' };
  if (!attempt) return go(home(answer), read);
  const cancel: Effect = { type: 'cancel-attempt', attemptId: attempt.attemptId };
  return go(home(answer), cancel, { type: 'forget-attempt' }, { type: 'close-window' }, read);
}

function isOpenable(attempt: RunningAttempt): attempt is OpenableAttempt {
  return attempt.authorizeUrl !== undefined;
}
