import type { Failure } from '../contract/attempt.ts';
import type { AuthorizationAnswer } from '../contract/authorization.ts';
import { afterReading, fail, gained, isOver, lapsed, unanswered, unreadable } from './attempt-outcome.ts';
import type { Effect, Input } from './input.ts';
import { localFailure, withReply } from './local-failure.ts';
import { go, type Next, stay } from './next.ts';
import {
  type AtAnaf,
  type Checking,
  type Failed,
  home,
  isOpenable,
  type Leaving,
  type RunningAttempt,
  type Verifying,
} from './state.ts';

/** The functions `while…` handle the inputs of one state each, from leaving for ANAF until the attempt has an outcome. */
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
      // `resume`: trying again reads the attempt, finds that it succeeded, and still reports the success.
      if (input.call !== 'read') return stay(state);
      return go({ name: 'problem', problem: input.problem, resume: state.attempt });
    default:
      return stay(state);
  }
}

/** Ignores `attempt-lapsed`: the check of rights may take longer than the attempt's 15 minutes, and the backend decides. */
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

function reopen(state: AtAnaf): Next {
  if (state.place === 'tab') return stay(state);
  const url = state.attempt.authorizeUrl;
  return go({ ...state, place: 'window', asking: false }, { type: 'reopen-window', url });
}

/** Starts a new attempt in this tab. The old one is cancelled, because no window has its address any more. */
function leaveAgain({ answer, attempt }: AtAnaf): Next {
  return go(
    { name: 'starting', answer, mode: 'redirect' },
    { type: 'cancel-attempt', attemptId: attempt.attemptId },
    { type: 'forget-attempt' },
    { type: 'start-in-tab' },
  );
}

/**
 * Starts a new attempt in the same way as the old one. The old one is not cancelled: the person may still finish it in a window
 * that is open, and that success counts (see `gained`).
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

/** Also reads the authorization again, because it may have changed while the person was at ANAF. */
function giveUp(answer: AuthorizationAnswer, attempt: RunningAttempt | undefined): Next {
  const read: Effect = { type: 'read-authorization' };
  if (!attempt) return go(home(answer), read);
  const cancel: Effect = { type: 'cancel-attempt', attemptId: attempt.attemptId };
  return go(home(answer), cancel, { type: 'forget-attempt' }, { type: 'close-window' }, read);
}
