import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import type { Effect } from 'spv-authorize/internal/core/input.ts';
import { localFailure, withReply } from 'spv-authorize/internal/core/local-failure.ts';
import { home, type Inviting, mayInvite, type StateName } from 'spv-authorize/internal/core/state.ts';
import { transition } from 'spv-authorize/internal/core/transition.ts';
import { accessDenied, type InputLabel, inputs, inviting, otherFailure, type StateLabel, states } from './samples.ts';

/** The next state's name, then the effects in order. */
type Outcome = readonly [StateName, ...Effect['type'][]];

const anywhere = {
  connected: ['loading', 'read-authorization'],
  'connected after a redirect': ['loading', 'show', 'read-authorization'],
} as const;

const ended = ['failure', 'forget-attempt', 'tell-failed'] as const;
const succeeded = ['verifying', 'read-authorization', 'forget-attempt', 'close-window'] as const;
/** The company has become authorized, through this attempt or elsewhere. */
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
  'attempt ended': ended,
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
  'attempt ended': ended,
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
  'attempt ended': ['failure', 'forget-attempt'],
  'time over': ['failure', 'forget-attempt'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;
const { 'show window': _showFailed, ...failureInTab } = failure;
const { 'this tab': _thisTab, ...failureWithoutRedirect } = failureInTab;
const noRedirect = {
  ...failureWithoutRedirect,
  'private window': ['starting', 'forget-attempt', 'start-elsewhere'],
} as const;

const status = {
  ...reads('none', ['status']),
  'read: authorized again': gainedAtHome,
  ...trouble('status'),
  returned: ['status', 'look-soon'],
  acknowledge: ['status', 'proceed'],
  reload: ['status', 'read-authorization'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;

const links = {
  ...reads('links', gainedAtHome),
  returned: ['links', 'look-soon'],
  'give up': ['none'],
} as const satisfies Partial<Record<InputLabel, Outcome>>;

const gainedAgain = {
  'read: active': gainedAtHome,
  'read: authorized again': gainedAtHome,
  'acted: active': gainedAtHome,
};

const { unanswered: _silent, ...checkingInSilence } = checking;
/** Any answer resets the count of unanswered reads, so it changes the state even if it reports nothing new. */
const withoutUnanswered = { ...checkingInSilence, 'attempt: verifying': ['verifying'] } as const;

/** The outcome of every input that has a meaning in a state. All other inputs leave the state unchanged. */
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
  'choose, may invite': {
    ...reads('choose', gainedAtHome),
    returned: ['choose', 'look-soon'],
    'choose certificate': ['checklist'],
    'choose nobody': ['guide'],
    invite: ['links'],
    back: ['none'],
    'give up': ['none'],
  },
  'links from choose': { ...links, back: ['choose'] },
  'links from a failure': { ...links, back: ['failure'] },
  'links from none': { ...links, back: ['none'] },
  guide: { ...reads('guide', gainedAtHome), returned: ['guide', 'look-soon'], back: ['choose'], 'give up': ['none'] },
  checklist: {
    ...reads('checklist', gainedAtHome),
    returned: ['checklist', 'look-soon'],
    back: ['choose'],
    'give up': ['none'],
    go: ['starting', 'start-in-window'],
  },
  'checklist, authorized before': {
    ...reads('checklist', ['checklist']),
    'read: authorized again': gainedAtHome,
    returned: ['checklist', 'look-soon'],
    back: ['choose'],
    'give up': ['status'],
    go: ['starting', 'start-in-window'],
  },
  'starting in a window': { ...starting, started: ['at-anaf', 'navigate-window'] },
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
    // This authorization existed before; only a later one counts.
    'read: active': ['at-anaf'],
    'acted: active': ['at-anaf'],
    'give up': ['status', 'cancel-attempt', 'forget-attempt', 'close-window', 'read-authorization'],
  },
  verifying: checking,
  'verifying after a redirect': { ...checking, 'attempt: verifying': ['verifying'] },
  'verifying, backend silent': withoutUnanswered,
  'verifying, settled': {
    ...reads('success', ['success', 'tell-authorized', 'tell-pages'], ['success', 'tell-authorized', 'tell-pages']),
    'read failed': ['problem'],
  },
  success: { ...reads('success', ['success']), acknowledge: ['status', 'proceed'] },
  'success, read too early': { ...reads('success', ['success']), acknowledge: ['none', 'proceed'] },
  failure,
  'failure after a redirect': {
    ...failureInTab,
    go: ['starting', 'forget-attempt', 'start-in-tab'],
    'private window': ['starting', 'forget-attempt', 'start-elsewhere'],
  },
  'failure, no redirect': noRedirect,
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
  'status, may not disconnect': { ...status, begin: ['choose'], verify: ['status', 'verify'] },
  'status, cannot disconnect': { ...status, begin: ['choose'], verify: ['status', 'verify'] },
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

const own = { attemptId: 'own', authorizeUrl: 'https://spv.example/authorize/ticket' };

/** Properties of the next state that its name does not determine. A property that is `undefined` here must be absent. */
const contents: readonly (readonly [StateLabel, InputLabel, object])[] = [
  ['loading after a redirect', 'read: none', { settled: false, unanswered: 0, attempt: { attemptId: 'own' } }],
  ['loading after a redirect', 'read failed', { problem: { code: 'unreachable' }, resume: { attemptId: 'own' } }],
  ['loading', 'read failed', { problem: { code: 'unreachable' }, resume: undefined }],
  ['status', 'verify', { verifying: true }],
  ['status, verifying', 'read: active', { verifying: true }],
  ['status, verifying', 'read: none', { verifying: undefined }],
  ['status, verifying', 'acted: active', { verifying: false }],
  ['status', 'read: active', { verifying: false }],
  ['status', 'acted: active', { verifying: false }],
  ['status, verifying', 'read failed', { verifying: true, problem: { code: 'unreachable' } }],
  ['status, verifying', 'act failed', { verifying: false, problem: { code: 'anaf-unavailable' } }],
  ['status', 'read failed', { verifying: false, problem: { code: 'unreachable' } }],
  ['status', 'disconnect', { sent: false }],
  ['disconnect', 'confirm disconnect', { sent: true }],
  ['disconnect, sent', 'act failed', { verifying: false, problem: { code: 'anaf-unavailable' } }],
  ['success', 'read: authorized again', { answer: inputs['read: authorized again'].answer }],
  ['checklist', 'go', { mode: 'window' }],
  ['failure', 'go', { mode: 'window' }],
  ['failure after a redirect', 'go', { mode: 'redirect' }],
  ['failure, no redirect', 'go', { mode: 'window' }],
  ['failure', 'this tab', { mode: 'redirect' }],
  ['at ANAF after a redirect', 'this tab', { mode: 'redirect' }],
  ['failure after a redirect', 'private window', { mode: 'address' }],
  ['starting in a window', 'window blocked', { failure: localFailure('window-blocked') }],
  ['starting in a window', 'start failed', { failure: localFailure('backend-unreachable') }],
  ['starting in a window', 'started', { attempt: own, place: 'window', asking: false, unanswered: 0 }],
  ['starting elsewhere', 'started', { attempt: own, place: 'elsewhere', asking: false, unanswered: 0 }],
  ['starting in the tab', 'started', { attempt: own }],
  ['leaving', 'returned', { attempt: own, place: 'tab', asking: true, unanswered: 0 }],
  ['at ANAF', 'window gone', { place: 'gone', asking: true }],
  ['at ANAF', 'returned', { place: 'window', asking: true }],
  ['at ANAF', 'finished', { place: 'window', asking: true }],
  ['at ANAF, asked', 'sees: still choosing', { asking: false }],
  [
    'at ANAF, asked',
    'sees: no certificate',
    { failure: localFailure('not-returned', { sight: 'certificate-not-presented' }), attempt: own },
  ],
  ['at ANAF, window gone', 'reopen window', { place: 'window', asking: false }],
  ['at ANAF', 'unanswered', { unanswered: 1 }],
  ['at ANAF, backend silent', 'attempt: created', { unanswered: 0 }],
  ['at ANAF', 'attempt: verifying', { settled: false, unanswered: 0, attempt: own }],
  ['at ANAF', 'attempt: succeeded', { settled: true, attempt: own, unanswered: undefined }],
  ['at ANAF', 'time over', { failure: localFailure('attempt-lapsed'), attempt: undefined }],
  ['at ANAF', 'attempt: other failure', { failure: otherFailure, attempt: own }],
  ['at ANAF', 'session gone', { problem: { code: 'session-expired' }, resume: own }],
  ['at ANAF', 'private window', { place: 'elsewhere', asking: false, unanswered: 0, after: undefined }],
  ['at ANAF again', 'private window', { place: 'elsewhere', after: accessDenied }],
  ['at ANAF again', 'attempt: at ANAF', { after: undefined, unanswered: 0, attempt: own }],
  ['verifying', 'attempt: at ANAF', { place: 'elsewhere', asking: true, unanswered: 0, attempt: own }],
  ['verifying after a redirect', 'attempt: at ANAF', { place: 'tab', attempt: { attemptId: 'own' } }],
  ['verifying after a redirect', 'attempt: verifying', { unanswered: 0 }],
  ['verifying', 'unanswered', { unanswered: 1 }],
  ['verifying, settled', 'read failed', { problem: { code: 'unreachable' }, resume: own }],
  ['failure', 'reply', { failure: withReply(accessDenied, 'pinAsked', 'yes') }],
  ['failure', 'private window', { place: 'elsewhere', asking: false, unanswered: 0, after: accessDenied }],
  ['failure', 'show window', { place: 'window', asking: false, unanswered: 0, after: accessDenied }],
  ['failure', 'attempt: lapsed', { failure: accessDenied, attempt: undefined }],
];

/** Properties of the effects that their type does not determine. */
const effectContents: readonly (readonly [StateLabel, InputLabel, Effect])[] = [
  ['starting in a window', 'started', { type: 'navigate-window', url: own.authorizeUrl }],
  ['starting in the tab', 'started', { type: 'leave-page', attempt: own, url: own.authorizeUrl }],
  ['starting in a window', 'window blocked', { type: 'tell-failed', failure: localFailure('window-blocked') }],
  ['at ANAF', 'reopen window', { type: 'reopen-window', url: own.authorizeUrl }],
  ['at ANAF', 'private window', { type: 'copy', what: 'address', text: own.authorizeUrl }],
  ['at ANAF', 'give up', { type: 'cancel-attempt', attemptId: 'own' }],
  ['at ANAF', 'time over', { type: 'tell-failed', failure: localFailure('attempt-lapsed') }],
  ['at ANAF after a redirect', 'this tab', { type: 'cancel-attempt', attemptId: 'own' }],
];

describe('transition', () => {
  for (const [stateLabel, inputLabel, expected] of contents) {
    it(`the input "${inputLabel}" in the state "${stateLabel}" leads to ${JSON.stringify(expected)}`, () => {
      const { state } = transition(states[stateLabel], inputs[inputLabel]);

      for (const [key, value] of Object.entries(expected)) {
        assert.deepEqual(Object.entries(state).find(([name]) => name === key)?.[1], value, key);
      }
    });
  }

  for (const [stateLabel, inputLabel, expected] of effectContents) {
    it(`the input "${inputLabel}" in the state "${stateLabel}" has the effect ${JSON.stringify(expected)}`, () => {
      const { effects } = transition(states[stateLabel], inputs[inputLabel]);

      assert.deepEqual(
        effects.filter(({ type }) => type === expected.type),
        [expected],
      );
    });
  }

  for (const stateLabel of ['none', 'choose', 'guide', 'checklist', 'failure', 'status'] as const) {
    it(`the state "${stateLabel}" leads to the links, and back to itself, only for a person who may invite`, () => {
      const refused = transition(states[stateLabel], inputs.invite);
      const before: Inviting = { ...states[stateLabel], answer: { ...inviting, authorization: exampleConnection } };
      const opened = transition(before, inputs.invite);
      const closed = transition(opened.state, inputs.back);

      assert.equal(refused.state, states[stateLabel]);
      assert.equal(opened.state.name, 'links');
      const isHome = stateLabel === 'none' || stateLabel === 'status';
      assert.deepEqual(closed.state, isHome ? home(before.answer) : before);
    });
  }

  it('going back from the links shows the authorization as it was read in the meantime', () => {
    const opened = { ...states['links from none'], answer: { ...inviting, authorization: exampleConnection } };

    assert.equal(transition(opened, inputs.back).state.name, 'status');
  });

  it('nobody may invite without the capability of the backend and the permission of the session', () => {
    const answers = [
      inviting,
      { ...inviting, permissions: ['view', 'authorize'] as const },
      { ...inviting, capabilities: ['link-mail'] as const },
    ].map((answer) =>
      mayInvite({ ...answer, permissions: [...answer.permissions], capabilities: [...answer.capabilities] }),
    );

    assert.deepEqual(answers, [true, false, false]);
  });

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

/** The outcomes of reading the authorization, when the company has none and when it has one. */
function reads(none: StateName, active: Outcome, whenNone: Outcome = [none]): Partial<Record<InputLabel, Outcome>> {
  return {
    'read: none': whenNone,
    'acted: none': whenNone,
    'read: active': active,
    'acted: active': active,
    'read: authorized again': active,
  };
}
