import { type Attempt, type AuthorizationAnswer, diagnose, type Failure } from 'spv-authorize/contract';
import { exampleAnswer, exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import type { Input } from 'spv-authorize/internal/core/input.ts';
import { type State, silentAfter } from 'spv-authorize/internal/core/state.ts';

/** Backend answers, failures, states and inputs for the tests of `widget/core`. */
export const notAuthorized: AuthorizationAnswer = exampleAnswer;
export const authorized: AuthorizationAnswer = { ...exampleAnswer, authorization: exampleConnection };

/** The backend has links, and the person may send them. */
export const inviting: AuthorizationAnswer = {
  ...exampleAnswer,
  capabilities: [...exampleAnswer.capabilities, 'links', 'link-mail'],
};

const authorizeUrl = 'https://spv.example/authorize/ticket';
const attempt = { attemptId: 'own', authorizeUrl };
const expiresAt = exampleAnswer.now + 900;

export const accessDenied: Failure = {
  code: 'access-denied',
  retryable: true,
  evidence: { answeredAfterSeconds: 6 },
  diagnosis: diagnose('access-denied', { answeredAfterSeconds: 6 }),
  reference: '7F3K',
};

export const otherFailure: Failure = { ...accessDenied, code: 'anaf-unavailable', reference: '9C2A' };

/** A state of every name, and the variants in which some input has another outcome. */
export const states = {
  loading: { name: 'loading' },
  'loading after a redirect': { name: 'loading', resume: { attemptId: 'own' } },
  problem: { name: 'problem', problem: { code: 'unreachable' } },
  none: { name: 'none', answer: notAuthorized },
  'none, view only': { name: 'none', answer: { ...notAuthorized, permissions: ['view'] } },
  choose: { name: 'choose', answer: notAuthorized },
  'choose, may invite': { name: 'choose', answer: inviting },
  'links from choose': { name: 'links', answer: inviting, before: { name: 'choose', answer: inviting } },
  'links from a failure': {
    name: 'links',
    answer: inviting,
    before: { name: 'failure', answer: inviting, failure: accessDenied, attempt },
  },
  'links from none': { name: 'links', answer: inviting, before: { name: 'none', answer: inviting } },
  guide: { name: 'guide', answer: notAuthorized },
  checklist: { name: 'checklist', answer: notAuthorized },
  'checklist, authorized before': { name: 'checklist', answer: authorized },
  'starting in a window': { name: 'starting', answer: notAuthorized, mode: 'window' },
  'starting in the tab': { name: 'starting', answer: notAuthorized, mode: 'redirect' },
  'starting elsewhere': { name: 'starting', answer: notAuthorized, mode: 'address' },
  leaving: { name: 'leaving', answer: notAuthorized, attempt },
  'at ANAF': { name: 'at-anaf', answer: notAuthorized, attempt, place: 'window', asking: false, unanswered: 0 },
  'at ANAF, asked': { name: 'at-anaf', answer: notAuthorized, attempt, place: 'window', asking: true, unanswered: 0 },
  'at ANAF, window gone': {
    name: 'at-anaf',
    answer: notAuthorized,
    attempt,
    place: 'gone',
    asking: true,
    unanswered: 0,
  },
  'at ANAF, backend silent': {
    name: 'at-anaf',
    answer: notAuthorized,
    attempt,
    place: 'window',
    asking: false,
    unanswered: silentAfter,
  },
  'at ANAF after a redirect': {
    name: 'at-anaf',
    answer: notAuthorized,
    attempt: { attemptId: 'own' },
    place: 'tab',
    asking: true,
    unanswered: 0,
  },
  'at ANAF again': {
    name: 'at-anaf',
    answer: notAuthorized,
    attempt,
    place: 'elsewhere',
    asking: false,
    unanswered: 0,
    after: accessDenied,
  },
  'at ANAF to renew': { name: 'at-anaf', answer: authorized, attempt, place: 'window', asking: true, unanswered: 0 },
  verifying: { name: 'verifying', answer: notAuthorized, attempt, settled: false, unanswered: 0 },
  'verifying after a redirect': {
    name: 'verifying',
    answer: notAuthorized,
    attempt: { attemptId: 'own' },
    settled: false,
    unanswered: 1,
  },
  'verifying, backend silent': {
    name: 'verifying',
    answer: notAuthorized,
    attempt,
    settled: false,
    unanswered: silentAfter,
  },
  'verifying, settled': { name: 'verifying', answer: notAuthorized, attempt, settled: true },
  success: { name: 'success', answer: authorized },
  'success, read too early': { name: 'success', answer: notAuthorized },
  failure: { name: 'failure', answer: notAuthorized, failure: accessDenied, attempt },
  'failure after a redirect': {
    name: 'failure',
    answer: notAuthorized,
    failure: accessDenied,
    attempt: { attemptId: 'own' },
  },
  'failure, no redirect': {
    name: 'failure',
    answer: { ...notAuthorized, capabilities: [] },
    failure: accessDenied,
    attempt: { attemptId: 'own' },
  },
  'failure without attempt': { name: 'failure', answer: authorized, failure: accessDenied },
  status: { name: 'status', answer: authorized, verifying: false },
  'status, expired': {
    name: 'status',
    answer: { ...authorized, authorization: { ...exampleConnection, status: 'expired' } },
    verifying: false,
  },
  'status, verifying': { name: 'status', answer: authorized, verifying: true },
  'status, view only': {
    name: 'status',
    answer: { ...authorized, permissions: ['view'], capabilities: [] },
    verifying: false,
  },
  'status, may not disconnect': {
    name: 'status',
    answer: { ...authorized, permissions: ['view', 'authorize'] },
    verifying: false,
  },
  'status, cannot disconnect': {
    name: 'status',
    answer: { ...authorized, capabilities: ['verify'] },
    verifying: false,
  },
  disconnect: { name: 'disconnect', answer: authorized, sent: false },
  'disconnect, sent': { name: 'disconnect', answer: authorized, sent: true },
} as const satisfies Record<string, State>;
export type StateLabel = keyof typeof states;

function read(rest: Pick<Attempt, 'state'> & { failure?: Failure }, attemptId = 'own'): Input {
  // The table below pairs each state of an attempt with the failure that only a failed one has.
  return { type: 'attempt-read', now: notAuthorized.now, attempt: { attemptId, expiresAt, ...rest } as Attempt };
}

/** An input of every type, and variants whose content changes the outcome. */
export const inputs = {
  connected: { type: 'connected' },
  'connected after a redirect': { type: 'connected', resume: { attemptId: 'own' } },
  'read: none': { type: 'authorization-read', call: 'read', answer: notAuthorized },
  'read: active': { type: 'authorization-read', call: 'read', answer: authorized },
  'read: authorized again': {
    type: 'authorization-read',
    call: 'read',
    answer: {
      ...authorized,
      authorization: { ...exampleConnection, authorizedAt: exampleConnection.authorizedAt + 60 },
    },
  },
  'acted: none': { type: 'authorization-read', call: 'act', answer: notAuthorized },
  'acted: active': { type: 'authorization-read', call: 'act', answer: authorized },
  'read failed': { type: 'call-failed', call: 'read', problem: { code: 'unreachable' } },
  'start failed': { type: 'call-failed', call: 'start', problem: { code: 'unreachable' } },
  'start refused': { type: 'call-failed', call: 'start', problem: { code: 'permission-missing' } },
  'act failed': { type: 'call-failed', call: 'act', problem: { code: 'anaf-unavailable' } },
  'opening refused': { type: 'opening-refused' },
  'window blocked': { type: 'window-blocked' },
  'window gone': { type: 'window-gone' },
  started: {
    type: 'attempt-started',
    started: { now: notAuthorized.now, attempt: { attemptId: 'own', expiresAt, state: 'created' }, authorizeUrl },
  },
  'attempt: created': read({ state: 'created' }),
  'attempt: shown': read({ state: 'shown' }),
  'attempt: at ANAF': read({ state: 'at-anaf' }),
  'attempt: verifying': read({ state: 'verifying' }),
  'attempt: succeeded': read({ state: 'succeeded' }),
  'attempt: same failure': read({ state: 'failed', failure: accessDenied }),
  'attempt: other failure': read({
    state: 'failed',
    failure: otherFailure,
  }),
  'attempt: lapsed': read({ state: 'lapsed' }),
  "another attempt's success": read({ state: 'succeeded' }, 'other'),
  'attempt unknown': { type: 'attempt-unreadable', attemptId: 'own', problem: { code: 'attempt-unknown' } },
  'attempt ended': { type: 'attempt-unreadable', attemptId: 'own', problem: { code: 'attempt-ended' } },
  'session gone': { type: 'attempt-unreadable', attemptId: 'own', problem: { code: 'session-expired' } },
  "another attempt's trouble": {
    type: 'attempt-unreadable',
    attemptId: 'other',
    problem: { code: 'attempt-unknown' },
  },
  unanswered: { type: 'attempt-unanswered', attemptId: 'own' },
  "another attempt's silence": { type: 'attempt-unanswered', attemptId: 'other' },
  'time over': { type: 'attempt-lapsed', attemptId: 'own' },
  "another attempt's time over": { type: 'attempt-lapsed', attemptId: 'other' },
  returned: { type: 'person-returned' },
  reload: { type: 'reload' },
  begin: { type: 'begin' },
  'choose certificate': { type: 'choose-certificate' },
  'choose nobody': { type: 'choose-nobody' },
  invite: { type: 'invite' },
  back: { type: 'back' },
  go: { type: 'go' },
  'this tab': { type: 'continue-in-this-tab' },
  'show window': { type: 'show-window' },
  'reopen window': { type: 'reopen-window' },
  finished: { type: 'say-finished' },
  'give up': { type: 'give-up' },
  'sees: still choosing': { type: 'tell-sight', sight: 'still-choosing' },
  'sees: no certificate': { type: 'tell-sight', sight: 'certificate-not-presented' },
  reply: { type: 'reply', question: 'pinAsked', reply: 'yes' },
  'private window': { type: 'use-private-window' },
  acknowledge: { type: 'acknowledge' },
  verify: { type: 'verify' },
  disconnect: { type: 'disconnect' },
  'confirm disconnect': { type: 'confirm-disconnect' },
} as const satisfies Record<string, Input>;
export type InputLabel = keyof typeof inputs;
