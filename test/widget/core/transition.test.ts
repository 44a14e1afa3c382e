import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Effect } from 'spv-authorize/internal/core/input.ts';
import type { StateName } from 'spv-authorize/internal/core/state.ts';
import { transition } from 'spv-authorize/internal/core/transition.ts';
import { type InputLabel, inputs, type StateLabel, states } from './samples.ts';

/** The next state's name, then the effects in order. */
type Outcome = readonly [StateName, ...Effect['type'][]];

const anywhere = {
  connected: ['loading', 'read-authorization'],
  'connected after a redirect': ['loading', 'read-authorization'],
} as const;

const ended = ['failure', 'forget-attempt', 'tell-failed'] as const;
const succeeded = ['verifying', 'read-authorization', 'forget-attempt', 'close-window'] as const;
const givenUp = ['cancel-attempt', 'forget-attempt', 'close-window'] as const;

const waiting = {
  'read: none': ['at-anaf'],
  'read: active': ['at-anaf'],
  'show window': ['at-anaf', 'focus-window'],
  'reopen window': ['at-anaf', 'reopen-window'],
  returned: ['at-anaf', 'look-now'],
  finished: ['at-anaf', 'look-now'],
  'sees: still choosing': ['at-anaf', 'focus-window'],
  'sees: no certificate': ['failure', 'tell-failed'],
  'private window': ['at-anaf', 'copy'],
  'give up': ['none', ...givenUp],
  'attempt: verifying': ['verifying'],
  'attempt: succeeded': succeeded,
  'attempt: same failure': ['failure', 'tell-failed'],
  'attempt: other failure': ['failure', 'tell-failed'],
  'attempt: lapsed': ended,
  'attempt unknown': ended,
  'session gone': ['problem'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;
const { 'reopen window': _reopen, 'private window': _private, ...waitingWithoutAddress } = waiting;
const { 'attempt: same failure': _same, ...waitingAgain } = waiting;

const starting = {
  'read: none': ['starting'],
  'read: active': ['starting'],
  'start failed': ['failure', 'close-window', 'tell-failed'],
  'start refused': ['problem', 'close-window'],
  'opening refused': ['checklist', 'close-window'],
  back: ['checklist', 'close-window'],
  'give up': ['checklist', 'close-window'],
  'window blocked': ['failure', 'tell-failed'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;

/** What means something in a state. Everything that is not here leaves the state as it is. */
const table: Record<StateLabel, Partial<Record<InputLabel, Outcome>>> = {
  loading: { 'read: none': ['none'], 'read: active': ['status'], ...trouble('problem') },
  'loading after a redirect': { 'read: none': ['verifying'], 'read: active': ['verifying'], ...trouble('problem') },
  problem: {
    'read: none': ['none'],
    'read: active': ['status'],
    ...trouble('problem'),
    reload: ['loading', 'read-authorization'],
  },
  none: {
    'read: none': ['none'],
    'read: active': ['status'],
    begin: ['choose'],
    reload: ['none', 'read-authorization'],
  },
  'none, view only': { 'read: none': ['none'], 'read: active': ['status'], reload: ['none', 'read-authorization'] },
  choose: {
    'read: none': ['choose'],
    'read: active': ['choose'],
    'choose certificate': ['checklist'],
    'choose nobody': ['guide'],
    back: ['none'],
    'give up': ['none'],
  },
  guide: { 'read: none': ['guide'], 'read: active': ['guide'], back: ['choose'], 'give up': ['none'] },
  checklist: {
    'read: none': ['checklist'],
    'read: active': ['checklist'],
    back: ['choose'],
    'give up': ['none'],
    go: ['starting', 'start-in-window'],
  },
  'starting in a window': { ...starting, started: ['at-anaf', 'lead-window'] },
  'starting in the tab': { ...starting, started: ['leaving', 'leave-page'] },
  leaving: { 'read: none': ['leaving'], 'read: active': ['leaving'], returned: ['at-anaf', 'look-now'] },
  'at ANAF': { ...waiting, 'window gone': ['at-anaf'] },
  'at ANAF, asked': { ...waiting, 'window gone': ['at-anaf'] },
  'at ANAF after a redirect': waitingWithoutAddress,
  'at ANAF again': {
    ...waitingAgain,
    'attempt: created': ['at-anaf'],
    'attempt: shown': ['at-anaf'],
    'attempt: at ANAF': ['at-anaf'],
  },
  verifying: {
    'read: none': ['verifying'],
    'read: active': ['verifying'],
    'attempt: created': ['at-anaf'],
    'attempt: shown': ['at-anaf'],
    'attempt: at ANAF': ['at-anaf'],
    'attempt: succeeded': succeeded,
    'attempt: same failure': ['failure', 'tell-failed'],
    'attempt: other failure': ['failure', 'tell-failed'],
    'attempt: lapsed': ended,
    'attempt unknown': ended,
    'session gone': ['problem'],
  },
  'verifying, settled': {
    'read: none': ['success', 'tell-authorized'],
    'read: active': ['success', 'tell-authorized'],
    'read failed': ['problem'],
  },
  success: { 'read: none': ['success'], 'read: active': ['success'], acknowledge: ['status'] },
  failure: {
    'read: none': ['failure'],
    'read: active': ['failure'],
    reply: ['failure'],
    go: ['starting', 'forget-attempt', 'start-in-window'],
    'this tab': ['starting', 'start-in-tab'],
    'private window': ['at-anaf', 'copy'],
    'show window': ['at-anaf', 'focus-window'],
    back: ['checklist', 'forget-attempt'],
    'give up': ['none', ...givenUp],
    'attempt: verifying': ['verifying'],
    'attempt: succeeded': succeeded,
    'attempt: other failure': ['failure', 'tell-failed'],
    'attempt: lapsed': ['failure', 'forget-attempt'],
  },
  'failure without attempt': {
    'read: none': ['failure'],
    'read: active': ['failure'],
    reply: ['failure'],
    go: ['starting', 'forget-attempt', 'start-in-window'],
    'this tab': ['starting', 'start-in-tab'],
    back: ['checklist', 'forget-attempt'],
    'give up': ['status'],
  },
  status: {
    'read: none': ['none'],
    'read: active': ['status'],
    'read failed': ['status'],
    'start failed': ['status'],
    'start refused': ['status'],
    'act failed': ['status'],
    begin: ['choose'],
    reload: ['status', 'read-authorization'],
    verify: ['status', 'verify'],
    disconnect: ['disconnect'],
  },
  'status, view only': {
    'read: none': ['none'],
    'read: active': ['status'],
    'read failed': ['status'],
    'start failed': ['status'],
    'start refused': ['status'],
    'act failed': ['status'],
    reload: ['status', 'read-authorization'],
  },
  disconnect: {
    'read: none': ['disconnect'],
    'read: active': ['disconnect'],
    'act failed': ['status'],
    back: ['status'],
    'give up': ['status'],
    'confirm disconnect': ['disconnect', 'disconnect'],
  },
  'disconnect, sent': { 'read: none': ['none'], 'read: active': ['status'], 'act failed': ['status'] },
};

const stateLabels = Object.keys(states) as StateLabel[];
const inputLabels = Object.keys(inputs) as InputLabel[];

describe('transition', () => {
  for (const stateLabel of stateLabels) {
    const expected: Partial<Record<InputLabel, Outcome>> = { ...anywhere, ...table[stateLabel] };

    it(`leads from "${stateLabel}" only where the table says, for every input`, () => {
      for (const inputLabel of inputLabels) {
        const { state, effects } = transition(states[stateLabel], inputs[inputLabel]);
        const outcome = [state.name, ...effects.map(({ type }) => type)];
        const unchanged = [states[stateLabel].name];
        assert.deepEqual(outcome, expected[inputLabel] ?? unchanged, inputLabel);
        if (!expected[inputLabel]) assert.equal(state, states[stateLabel], `${inputLabel} made a new object`);
      }
    });
  }
});

function trouble(name: StateName): Partial<Record<InputLabel, Outcome>> {
  return { 'read failed': [name], 'start failed': [name], 'start refused': [name], 'act failed': [name] };
}
