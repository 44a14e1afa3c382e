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
  'connected after a redirect': ['loading', 'show', 'read-authorization'],
} as const;

const ended = ['failure', 'forget-attempt', 'tell-failed'] as const;
const succeeded = ['verifying', 'read-authorization', 'forget-attempt', 'close-window'] as const;
/** The authorization is there, whoever brought it. */
const gained = ['success', 'forget-attempt', 'close-window', 'tell-authorized'] as const;
const gainedAtHome = ['status', 'tell-authorized'] as const;
const allGained = { 'read: active': gained, 'read: authorized again': gained, 'acted: active': gained } as const;
const givenUp = ['none', 'cancel-attempt', 'forget-attempt', 'close-window', 'read-authorization'] as const;

const waiting = {
  'read: none': ['at-anaf'],
  'acted: none': ['at-anaf'],
  ...allGained,
  'show window': ['at-anaf', 'focus-window'],
  'reopen window': ['at-anaf', 'reopen-window'],
  returned: ['at-anaf', 'look-now'],
  finished: ['at-anaf', 'look-now'],
  'sees: still choosing': ['at-anaf', 'focus-window'],
  'sees: no certificate': ['failure', 'tell-failed'],
  'private window': ['at-anaf', 'copy'],
  'give up': givenUp,
  'attempt: verifying': ['verifying'],
  'attempt: succeeded': succeeded,
  'attempt: same failure': ['failure', 'tell-failed'],
  'attempt: other failure': ['failure', 'tell-failed'],
  'attempt: lapsed': ended,
  'attempt unknown': ended,
  'session gone': ['problem'],
  unanswered: ['at-anaf'],
  'time over': ended,
} as const satisfies Partial<Record<InputLabel, Outcome>>;
const {
  'reopen window': _reopen,
  'private window': _private,
  'show window': _show,
  'sees: still choosing': _still,
  ...waitingInTab
} = waiting;
const { 'attempt: same failure': _same, ...waitingAgain } = waiting;
const { unanswered: _unanswered, ...waitingInSilence } = waiting;
const stillThere = {
  'attempt: created': ['at-anaf'],
  'attempt: shown': ['at-anaf'],
  'attempt: at ANAF': ['at-anaf'],
} as const;

const starting = {
  'read: none': ['starting'],
  'acted: none': ['starting'],
  ...allGained,
  'start failed': ['failure', 'close-window', 'tell-failed'],
  'start refused': ['problem', 'close-window'],
  'opening refused': ['checklist', 'close-window'],
  back: ['checklist', 'close-window'],
  'give up': ['checklist', 'close-window'],
  'window blocked': ['failure', 'tell-failed'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;

const checking = {
  'read: none': ['verifying'],
  'acted: none': ['verifying'],
  ...allGained,
  'give up': givenUp,
  'attempt: succeeded': succeeded,
  'attempt: same failure': ['failure', 'tell-failed'],
  'attempt: other failure': ['failure', 'tell-failed'],
  'attempt: lapsed': ended,
  'attempt unknown': ended,
  'session gone': ['problem'],
  unanswered: ['verifying'],
  ...stillThere,
} as const satisfies Partial<Record<InputLabel, Outcome>>;

const failure = {
  'read: none': ['failure'],
  'acted: none': ['failure'],
  ...allGained,
  returned: ['failure', 'look-soon'],
  reply: ['failure'],
  go: ['starting', 'forget-attempt', 'start-in-window'],
  'this tab': ['starting', 'start-in-tab'],
  'private window': ['at-anaf', 'copy'],
  'show window': ['at-anaf', 'focus-window'],
  back: ['checklist', 'forget-attempt'],
  'give up': givenUp,
  'attempt: verifying': ['verifying'],
  'attempt: succeeded': succeeded,
  'attempt: other failure': ['failure', 'tell-failed'],
  'attempt: lapsed': ['failure', 'forget-attempt'],
  'attempt unknown': ['failure', 'forget-attempt'],
  'time over': ['failure', 'forget-attempt'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;
const { 'show window': _showFailed, ...failureInTab } = failure;

const status = {
  ...reads('none', ['status']),
  'read: authorized again': gainedAtHome,
  ...trouble('status'),
  returned: ['status', 'look-soon'],
  acknowledge: ['status', 'proceed'],
  reload: ['status', 'read-authorization'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;

const gainedAgain = {
  'read: active': gainedAtHome,
  'read: authorized again': gainedAtHome,
  'acted: active': gainedAtHome,
};

/** What means something in a state. Everything that is not here leaves the state as it is. */
const table: Record<StateLabel, Partial<Record<InputLabel, Outcome>>> = {
  loading: { ...reads('none', ['status']), ...trouble('problem') },
  'loading after a redirect': { ...reads('verifying', ['verifying']), ...trouble('problem') },
  problem: {
    ...reads('none', ['status']),
    ...trouble('problem'),
    reload: ['loading', 'read-authorization'],
  },
  none: {
    ...reads('none', gainedAtHome),
    returned: ['none', 'look-soon'],
    begin: ['choose'],
    reload: ['none', 'read-authorization'],
  },
  'none, view only': {
    ...reads('none', gainedAtHome),
    returned: ['none', 'look-soon'],
    reload: ['none', 'read-authorization'],
  },
  choose: {
    ...reads('choose', gainedAtHome),
    returned: ['choose', 'look-soon'],
    'choose certificate': ['checklist'],
    'choose nobody': ['guide'],
    back: ['none'],
    'give up': ['none'],
  },
  guide: { ...reads('guide', gainedAtHome), returned: ['guide', 'look-soon'], back: ['choose'], 'give up': ['none'] },
  checklist: {
    ...reads('checklist', gainedAtHome),
    returned: ['checklist', 'look-soon'],
    back: ['choose'],
    'give up': ['none'],
    go: ['starting', 'start-in-window'],
  },
  'starting in a window': { ...starting, started: ['at-anaf', 'lead-window'] },
  'starting in the tab': { ...starting, started: ['leaving', 'leave-page'] },
  'starting elsewhere': { ...starting, started: ['at-anaf'] },
  leaving: { ...reads('leaving', gained), returned: ['at-anaf', 'look-now'] },
  'at ANAF': { ...waiting, 'window gone': ['at-anaf'] },
  'at ANAF, asked': { ...waiting, 'window gone': ['at-anaf'] },
  'at ANAF, window gone': waiting,
  'at ANAF, backend silent': { ...waitingInSilence, ...stillThere, 'window gone': ['at-anaf'] },
  'at ANAF after a redirect': {
    ...waitingInTab,
    'this tab': ['starting', 'cancel-attempt', 'forget-attempt', 'start-in-tab'],
  },
  'at ANAF again': { ...waitingAgain, ...stillThere },
  'at ANAF to renew': {
    ...waiting,
    'window gone': ['at-anaf'],
    // It was there before; only a later one is news.
    'read: active': ['at-anaf'],
    'acted: active': ['at-anaf'],
    'give up': ['status', 'cancel-attempt', 'forget-attempt', 'close-window', 'read-authorization'],
  },
  verifying: checking,
  'verifying after a redirect': { ...checking, 'attempt: verifying': ['verifying'] },
  'verifying, settled': {
    ...reads('success', ['success', 'tell-authorized', 'tell-pages'], ['success', 'tell-authorized', 'tell-pages']),
    'read failed': ['problem'],
  },
  success: { ...reads('success', ['success']), acknowledge: ['status', 'proceed'] },
  failure,
  'failure after a redirect': {
    ...failureInTab,
    go: ['starting', 'forget-attempt', 'start-in-tab'],
    'private window': ['starting', 'forget-attempt', 'start-elsewhere'],
  },
  'failure without attempt': {
    ...reads('failure', ['failure']),
    'read: authorized again': gained,
    returned: ['failure', 'look-soon'],
    reply: ['failure'],
    go: ['starting', 'forget-attempt', 'start-in-window'],
    'this tab': ['starting', 'start-in-tab'],
    'private window': ['starting', 'forget-attempt', 'start-elsewhere'],
    back: ['checklist', 'forget-attempt'],
    'give up': ['status', 'read-authorization'],
  },
  status: { ...status, begin: ['choose'], verify: ['status', 'verify'], disconnect: ['disconnect'] },
  'status, expired': {
    ...status,
    ...gainedAgain,
    acknowledge: ['status'],
    begin: ['choose'],
    verify: ['status', 'verify'],
    disconnect: ['disconnect'],
  },
  'status, verifying': { ...status, begin: ['choose'], disconnect: ['disconnect'] },
  'status, view only': status,
  disconnect: {
    ...reads('disconnect', ['disconnect']),
    'act failed': ['status'],
    back: ['status'],
    'give up': ['status'],
    'confirm disconnect': ['disconnect', 'disconnect'],
  },
  'disconnect, sent': {
    ...reads('disconnect', ['disconnect']),
    'acted: none': ['none', 'tell-pages'],
    'acted: active': ['status', 'tell-pages'],
    'act failed': ['status'],
  },
};

const stateLabels = Object.keys(states) as StateLabel[];
const inputLabels = Object.keys(inputs) as InputLabel[];

describe('transition', () => {
  for (const stateLabel of stateLabels) {
    const expected: Partial<Record<InputLabel, Outcome>> = { ...anywhere, ...table[stateLabel] };

    it(`every input leads from the state "${stateLabel}" to the outcome of the table`, () => {
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

/** What reading the authorization leads to, when the company has none and when it has one. */
function reads(none: StateName, active: Outcome, whenNone: Outcome = [none]): Partial<Record<InputLabel, Outcome>> {
  return {
    'read: none': whenNone,
    'acted: none': whenNone,
    'read: active': active,
    'acted: active': active,
    'read: authorized again': active,
  };
}
