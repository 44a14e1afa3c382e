import { gained } from './attempt-outcome.ts';
import type { Effect, Input } from './input.ts';
import { failureOfStart, localFailure } from './local-failure.ts';
import { go, type Next, stay } from './next.ts';
import {
  type Checklist,
  type Disconnect,
  home,
  type Inviting,
  type Links,
  mayInvite,
  type Starting,
  type State,
  type Status,
} from './state.ts';
import { whileAtAnaf, whileFailed, whileLeaving, whileVerifying } from './transition-of-attempt.ts';
import { hasGained, isUsable } from './usable.ts';

/**
 * Returns the next state and the effects of an input. Pure and total: an input that has no meaning in a state returns the same
 * state object without effects.
 */
export function transition(state: State, input: Input): Next {
  if (input.type === 'connected') return connected(input.resume);
  if (input.type === 'invite') return invite(state);
  switch (state.name) {
    case 'loading':
      return whileLoading(state, input);
    case 'problem':
      if (input.type === 'reload') return connected(state.resume);
      return whileLoading(state, input);
    case 'none':
    case 'status':
      return whileAtHome(state, input);
    case 'choose':
    case 'guide':
    case 'checklist':
    case 'links':
      return whilePreparing(state, input);
    case 'starting':
      return whileStarting(state, input);
    case 'leaving':
      return whileLeaving(state, input);
    case 'at-anaf':
      return whileAtAnaf(state, input);
    case 'verifying':
      return whileVerifying(state, input);
    case 'success':
      return whileSucceeded(state, input);
    case 'failure':
      return whileFailed(state, input);
    case 'disconnect':
      return whileDisconnecting(state, input);
    default:
      return state satisfies never;
  }
}

function connected(resume?: Extract<State, { name: 'loading' }>['resume']): Next {
  const read = { type: 'read-authorization' } as const;
  return resume ? go({ name: 'loading', resume }, { type: 'show' }, read) : go({ name: 'loading' }, read);
}

function whileLoading(state: Extract<State, { name: 'loading' | 'problem' }>, input: Input): Next {
  const { resume } = state;
  switch (input.type) {
    case 'authorization-read':
      if (resume) {
        return go({ name: 'verifying', answer: input.answer, attempt: resume, settled: false, unanswered: 0 });
      }
      return go(home(input.answer));
    case 'call-failed':
      return go({ name: 'problem', problem: input.problem, ...(resume && { resume }) });
    default:
      return stay(state);
  }
}

function whileAtHome(state: Extract<State, { name: 'none' | 'status' }>, input: Input): Next {
  const { answer } = state;
  switch (input.type) {
    case 'authorization-read':
      return readAtHome(state, input);
    case 'person-returned':
      return { state, effects: [{ type: 'look-soon' }] };
    case 'begin':
      return answer.permissions.includes('authorize') ? go({ name: 'choose', answer }) : stay(state);
    case 'reload':
      return { state, effects: [{ type: 'read-authorization' }] };
    default:
      return state.name === 'status' ? whileConnected(state, input) : stay(state);
  }
}

function readAtHome(
  state: Extract<State, { name: 'none' | 'status' }>,
  { call, answer }: Extract<Input, { type: 'authorization-read' }>,
): Next {
  const next = home(answer);
  // A read does not end a verification that is still running.
  const isBusy = state.name === 'status' && state.verifying && call === 'read';
  const shown = isBusy && next.name === 'status' ? { ...next, verifying: true } : next;
  return hasGained(state.answer, answer) ? go(shown, { type: 'tell-authorized' }) : go(shown);
}

function whileConnected(state: Status, input: Input): Next {
  const { answer } = state;
  switch (input.type) {
    case 'verify':
      if (state.verifying || !answer.capabilities.includes('verify')) return stay(state);
      return go({ name: 'status', answer, verifying: true }, { type: 'verify' });
    case 'call-failed':
      return go({ ...state, verifying: state.verifying && input.call === 'read', problem: input.problem });
    case 'acknowledge':
      return isUsable(answer.authorization.status) ? { state, effects: [{ type: 'proceed' }] } : stay(state);
    case 'disconnect': {
      const allowed = answer.capabilities.includes('disconnect') && answer.permissions.includes('disconnect');
      return allowed ? go({ name: 'disconnect', answer, sent: false }) : stay(state);
    }
    default:
      return stay(state);
  }
}

/** Keeps the state that offered it, so that going back loses nothing. */
function invite(state: State): Next {
  return isInviting(state) && mayInvite(state.answer)
    ? go({ name: 'links', answer: state.answer, before: state })
    : stay(state);
}

function isInviting(state: State): state is Inviting {
  return ['none', 'choose', 'guide', 'checklist', 'failure', 'status'].includes(state.name);
}

function whilePreparing(
  state: Extract<State, { name: 'choose' | 'guide' | 'checklist' | 'links' }>,
  input: Input,
): Next {
  const { answer } = state;
  if (input.type === 'authorization-read') {
    // The company was authorized elsewhere, so there is nothing left to prepare.
    if (hasGained(answer, input.answer)) return go(home(input.answer), { type: 'tell-authorized' });
    return go({ ...state, answer: input.answer });
  }
  if (input.type === 'person-returned') return { state, effects: [{ type: 'look-soon' }] };
  if (input.type === 'give-up') return go(home(answer));
  if (input.type === 'back' && state.name === 'links') return backFromLinks(state);
  if (input.type === 'back') return go(state.name === 'choose' ? home(answer) : { name: 'choose', answer });
  if (state.name === 'choose' && input.type === 'choose-certificate') return go({ name: 'checklist', answer });
  if (state.name === 'choose' && input.type === 'choose-nobody') return go({ name: 'guide', answer });
  if (state.name === 'checklist' && input.type === 'go') return startInWindow(state);
  return stay(state);
}

function backFromLinks({ before, answer }: Links): Next {
  return go(before.name === 'none' || before.name === 'status' ? home(answer) : { ...before, answer });
}

function startInWindow({ answer }: Checklist): Next {
  return go({ name: 'starting', answer, mode: 'window' }, { type: 'start-in-window' });
}

function whileStarting(state: Starting, input: Input): Next {
  const { answer } = state;
  switch (input.type) {
    case 'authorization-read':
      return gained(state, input.answer) ?? go({ ...state, answer: input.answer });
    case 'opening-refused':
    case 'back':
    case 'give-up':
      return go({ name: 'checklist', answer }, { type: 'close-window' });
    case 'window-blocked': {
      const failure = localFailure('window-blocked');
      return go({ name: 'failure', answer, failure }, { type: 'tell-failed', failure });
    }
    case 'call-failed':
      return input.call === 'start' ? notStarted(state, input.problem) : stay(state);
    case 'attempt-started':
      return started(state, input.started);
    default:
      return stay(state);
  }
}

function started({ answer, mode }: Starting, started: Extract<Input, { type: 'attempt-started' }>['started']): Next {
  const url = started.authorizeUrl;
  const attempt = { attemptId: started.attempt.attemptId, authorizeUrl: url };
  const waiting = { name: 'at-anaf', answer, attempt, asking: false, unanswered: 0 } as const;
  switch (mode) {
    case 'redirect':
      return go({ name: 'leaving', answer, attempt }, { type: 'leave-page', attempt, url });
    case 'address':
      return go({ ...waiting, place: 'elsewhere' });
    case 'window':
      return go({ ...waiting, place: 'window' }, { type: 'navigate-window', url });
    default:
      return mode satisfies never;
  }
}

function notStarted({ answer }: Starting, problem: Extract<Input, { type: 'call-failed' }>['problem']): Next {
  const failure = failureOfStart(problem);
  const close: Effect = { type: 'close-window' };
  if (!failure) return go({ name: 'problem', problem }, close);
  return go({ name: 'failure', answer, failure }, close, { type: 'tell-failed', failure });
}

function whileSucceeded(state: Extract<State, { name: 'success' }>, input: Input): Next {
  if (input.type === 'authorization-read') return go({ ...state, answer: input.answer });
  return input.type === 'acknowledge' ? go(home(state.answer), { type: 'proceed' }) : stay(state);
}

function whileDisconnecting(state: Disconnect, input: Input): Next {
  const { answer } = state;
  switch (input.type) {
    case 'confirm-disconnect':
      return state.sent ? stay(state) : go({ ...state, sent: true }, { type: 'disconnect' });
    case 'back':
    case 'give-up':
      return state.sent ? stay(state) : go(home(answer));
    case 'authorization-read':
      if (state.sent && input.call === 'act') return go(home(input.answer), { type: 'tell-pages' });
      return go({ ...state, answer: input.answer });
    case 'call-failed':
      if (input.call !== 'act') return stay(state);
      return go({ name: 'status', answer, verifying: false, problem: input.problem });
    default:
      return stay(state);
  }
}
