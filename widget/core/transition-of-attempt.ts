import type { Attempt, Failure } from '../contract/attempt.ts';
import type { Effect, Input } from './input.ts';
import { localFailure, sameFailure, withReply } from './local-failure.ts';
import { go, type Next, stay } from './next.ts';
import { type AtAnaf, type Failed, home, type Leaving, type Verifying } from './state.ts';

/** States in which an attempt is waited for. */
type Waiting = Leaving | AtAnaf | Verifying | Failed;

export function whileLeaving(state: Leaving, input: Input): Next {
  const { answer, attempt } = state;
  switch (input.type) {
    case 'authorization-read':
      return go({ ...state, answer: input.answer });
    case 'person-returned':
      return go({ name: 'at-anaf', answer, attempt, place: 'elsewhere', asking: true }, { type: 'look-now' });
    default:
      return stay(state);
  }
}

export function whileAtAnaf(state: AtAnaf, input: Input): Next {
  const { answer, attempt } = state;
  switch (input.type) {
    case 'authorization-read':
      return go({ ...state, answer: input.answer });
    case 'show-window':
      return { state, effects: [{ type: 'focus-window' }] };
    case 'reopen-window':
      return reopen(state);
    case 'window-gone':
      return state.place === 'window' ? go({ ...state, place: 'gone', asking: true }) : stay(state);
    case 'person-returned':
      return state.asking
        ? { state, effects: [{ type: 'look-now' }] }
        : go({ ...state, asking: true }, { type: 'look-now' });
    case 'say-finished':
      return go({ ...state, asking: true }, { type: 'look-now' });
    case 'tell-sight':
      if (input.sight === 'still-choosing') return go({ ...state, asking: false }, { type: 'focus-window' });
      return fail(state, localFailure('not-returned', { sight: input.sight }));
    case 'use-private-window':
      return usePrivateWindow(state, state.after);
    case 'give-up':
      return go(home(answer), ...giveUp(attempt.attemptId));
    case 'attempt-read':
      return afterReading(state, input.attempt);
    case 'attempt-unreadable':
      return unreadable(state, input);
    default:
      return stay(state);
  }
}

export function whileVerifying(state: Verifying, input: Input): Next {
  switch (input.type) {
    case 'authorization-read':
      if (!state.settled) return go({ ...state, answer: input.answer });
      return go({ name: 'success', answer: input.answer }, { type: 'tell-authorized' });
    case 'call-failed':
      if (!state.settled || input.call !== 'read') return stay(state);
      // Trying again finds the attempt succeeded, and so the success is told after all.
      return go({ name: 'problem', problem: input.problem, resume: state.attempt });
    case 'attempt-read':
      return state.settled ? stay(state) : afterReading(state, input.attempt);
    case 'attempt-unreadable':
      return state.settled ? stay(state) : unreadable(state, input);
    default:
      return stay(state);
  }
}

export function whileFailed(state: Failed, input: Input): Next {
  const { answer, failure } = state;
  switch (input.type) {
    case 'authorization-read':
      return go({ ...state, answer: input.answer });
    case 'reply':
      return go({ ...state, failure: withReply(failure, input.question, input.reply) });
    case 'go':
      return go({ name: 'starting', answer, mode: 'window' }, { type: 'forget-attempt' }, { type: 'start-in-window' });
    case 'continue-in-this-tab':
      if (!answer.capabilities.includes('redirect')) return stay(state);
      return go({ name: 'starting', answer, mode: 'redirect' }, { type: 'start-in-tab' });
    case 'use-private-window':
      return usePrivateWindow(state, failure);
    case 'show-window':
      return showWindow(state);
    case 'back':
      return go({ name: 'checklist', answer }, { type: 'forget-attempt' });
    case 'give-up':
      return go(home(answer), ...(state.attempt ? giveUp(state.attempt.attemptId) : []));
    case 'attempt-read':
      return afterReading(state, input.attempt);
    default:
      return stay(state);
  }
}

/** What the backend says of an attempt. A late success wins over everything; another attempt's answer is ignored. */
function afterReading(state: Waiting, attempt: Attempt): Next {
  const own = state.name === 'failure' ? state.attempt : 'attempt' in state ? state.attempt : undefined;
  if (!own || own.attemptId !== attempt.attemptId) return stay(state);
  const { answer } = state;
  switch (attempt.state) {
    case 'created':
    case 'shown':
    case 'at-anaf':
      return stillAtAnaf(state);
    case 'verifying':
      return state.name === 'verifying' ? stay(state) : go({ name: 'verifying', answer, attempt: own, settled: false });
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
    return go({ name: 'at-anaf', answer, attempt: state.attempt, place: 'elsewhere', asking: true });
  }
  if (state.name !== 'at-anaf' || !state.after) return stay(state);
  const { after: _, ...opened } = state;
  return go(opened);
}

function failedAtBackend(state: Waiting, failure: Failure): Next {
  const known = state.name === 'at-anaf' ? state.after : undefined;
  if (known && sameFailure(known, failure)) return stay(state);
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
function unreadable(state: AtAnaf | Verifying, input: Extract<Input, { type: 'attempt-unreadable' }>): Next {
  if (input.attemptId !== state.attempt.attemptId) return stay(state);
  if (input.problem.code === 'attempt-unknown' || input.problem.code === 'attempt-ended') return lapsed(state);
  return go({ name: 'problem', problem: input.problem, resume: state.attempt });
}

function reopen(state: AtAnaf): Next {
  const url = state.attempt.authorizeUrl;
  if (!url) return stay(state);
  return go({ ...state, place: 'window', asking: false }, { type: 'reopen-window', url });
}

function usePrivateWindow(state: AtAnaf | Failed, after?: Failure): Next {
  const { answer, attempt } = state;
  if (!attempt?.authorizeUrl) return stay(state);
  return go(
    { name: 'at-anaf', answer, attempt, place: 'elsewhere', asking: false, ...(after && { after }) },
    { type: 'copy', text: attempt.authorizeUrl },
  );
}

function showWindow(state: Failed): Next {
  const { answer, attempt, failure } = state;
  if (!attempt) return stay(state);
  return go(
    { name: 'at-anaf', answer, attempt, place: 'window', asking: false, after: failure },
    { type: 'focus-window' },
  );
}

function giveUp(attemptId: string): readonly Effect[] {
  return [{ type: 'cancel-attempt', attemptId }, { type: 'forget-attempt' }, { type: 'close-window' }];
}
