import type { AuthorizationAnswer, AuthorizationStatus } from '../contract/authorization.ts';
import { anafWindowSights } from '../contract/failure.ts';
import { failureScreen } from './failure-screen.ts';
import type { Line, ProblemKind, Screen, StatusScreen, Subject } from './screen.ts';
import { mayInvite, type Problem, type State, type Status, silentAfter } from './state.ts';
import { isUsable } from './usable.ts';

/** Returns what a state shows. Pure. The views turn it into elements and texts, and make no decisions of their own. */
export function viewModel(state: State): Screen {
  if (state.name === 'loading') return { name: 'loading', line: 'open' };
  if (state.name === 'problem') {
    return { name: 'problem', line: 'open', kind: problemKind(state.problem), problem: state.problem };
  }
  const { answer } = state;
  const status = answer.authorization.status;
  const shown = { subject: subjectOf(answer), keeps: isUsable(status), line: lineOf(status) };
  const inviting = { ...shown, mayInvite: mayInvite(answer) };
  const moving = { ...shown, line: 'moving' } as const;
  switch (state.name) {
    case 'none':
      return { ...inviting, name: 'none', mayAuthorize: answer.permissions.includes('authorize') };
    case 'choose':
    case 'guide':
      return { ...inviting, name: state.name };
    case 'links':
      return { ...shown, name: 'links', mayMail: answer.capabilities.includes('link-mail') };
    case 'checklist':
      return { ...inviting, name: 'checklist', again: status !== 'none' };
    case 'starting':
    case 'leaving':
      return { ...moving, name: 'starting' };
    case 'at-anaf': {
      const { place, asking } = state;
      const silent = state.unanswered >= silentAfter;
      // After a return in the same tab the address is not known any more.
      const address = place === 'tab' ? undefined : state.attempt.authorizeUrl;
      const sights = place === 'tab' ? sightsOfTab : anafWindowSights;
      return { ...moving, name: 'at-anaf', place, asking, silent, sights, ...(address && { address }) };
    }
    case 'verifying':
      return {
        ...moving,
        name: 'verifying',
        silent: !state.settled && state.unanswered >= silentAfter,
        mayGiveUp: !state.settled,
      };
    case 'success':
      return { ...shown, line: 'closed', name: 'success', ...reauthorizeBy(answer) };
    case 'failure':
      return failureScreen(state, { ...inviting, line: shown.keeps ? shown.line : 'broken' });
    case 'status':
      return statusScreen(state, inviting);
    case 'disconnect':
      return { ...shown, name: 'disconnect', sent: state.sent };
    default:
      return state satisfies never;
  }
}

/** The answers about a window do not fit a person who came back in the same tab. */
const sightsOfTab = anafWindowSights.filter((sight) => sight !== 'still-choosing' && sight !== 'closed');

function subjectOf({ company, application, warnsByEmail }: AuthorizationAnswer): Subject {
  const { name, services, supportEmail, privacyUrl, helpUrl } = application;
  return {
    company: company.name,
    taxId: company.taxId,
    application: name,
    services,
    warnsNobody: warnsByEmail === false,
    ...(supportEmail !== undefined && { supportEmail }),
    ...(privacyUrl !== undefined && { privacyUrl }),
    ...(helpUrl !== undefined && { helpUrl }),
  };
}

function lineOf(status: AuthorizationStatus): Line {
  switch (status) {
    case 'none':
      return 'open';
    case 'checking':
      return 'moving';
    case 'active':
      return 'closed';
    case 'expiring':
    case 'other':
      return 'gap';
    case 'expired':
    case 'revoked':
    case 'no-rights':
      return 'broken';
    default:
      return status satisfies never;
  }
}

function reauthorizeBy({ authorization }: AuthorizationAnswer): { readonly reauthorizeBy?: number } {
  return authorization.status === 'none' ? {} : { reauthorizeBy: authorization.reauthorizeBy };
}

function statusScreen(state: Status, shown: Pick<StatusScreen, 'subject' | 'keeps' | 'line' | 'mayInvite'>): Screen {
  const { answer, verifying, problem } = state;
  const connection = answer.authorization;
  if (connection.status === 'none') return { ...shown, name: 'none', mayAuthorize: false };
  const mayAuthorize = answer.permissions.includes('authorize');
  return {
    ...shown,
    name: 'status',
    status: connection.status,
    need: needOf(connection.status),
    now: answer.now,
    daysLeft: Math.max(0, Math.ceil((connection.accessExpiresAt - answer.now) / 86_400)),
    connection,
    mayAuthorize,
    mayVerify: answer.capabilities.includes('verify'),
    mayDisconnect: answer.capabilities.includes('disconnect') && answer.permissions.includes('disconnect'),
    verifying,
    ...(problem && { problem: problemKind(problem) }),
  };
}

function needOf(status: AuthorizationStatus): StatusScreen['need'] {
  if (status === 'expiring') return 'soon';
  return status === 'active' || status === 'checking' || status === 'other' ? 'nothing' : 'now';
}

/** Groups a problem by what a person can do about it. */
export function problemKind({ code }: Problem): ProblemKind {
  switch (code) {
    case 'session-missing':
    case 'session-expired':
      return 'session';
    case 'permission-missing':
      return 'permission';
    case 'rate-limited':
      return 'too-many';
    case 'unreachable':
    case 'internal-error':
    case 'anaf-unavailable':
      return 'unreachable';
    default:
      return 'setup';
  }
}
