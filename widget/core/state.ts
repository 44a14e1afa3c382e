import type { Failure } from '../contract/attempt.ts';
import type { AuthorizationAnswer, AuthorizationStatus } from '../contract/authorization.ts';
import type { SpvProblem } from '../contract/problem.ts';

/** A failed call, as data. */
export interface Problem {
  readonly code: SpvProblem['code'];
  readonly reference?: string;
}

/** An attempt whose outcome is awaited. */
export interface RunningAttempt {
  readonly attemptId: string;
  /** Absent after a return in the same tab: the address is a secret and is not stored. */
  readonly authorizeUrl?: string;
}

/** An attempt whose address this page knows, so that it can be opened again or in another window. */
export interface OpenableAttempt extends RunningAttempt {
  readonly authorizeUrl: string;
}

/** Whether the page still knows the attempt's address. */
export function isOpenable(attempt: RunningAttempt): attempt is OpenableAttempt {
  return attempt.authorizeUrl !== undefined;
}

/** Every state after the backend's first answer contains the latest answer. */
interface Known {
  readonly answer: AuthorizationAnswer;
}

/** The first answer is awaited. → none, status; → verifying with the attempt of a redirect; → problem. */
interface Loading {
  readonly name: 'loading';
  readonly resume?: RunningAttempt;
}

/** The backend cannot be used now. → loading when the person tries again. */
interface Troubled {
  readonly name: 'problem';
  readonly problem: Problem;
  readonly resume?: RunningAttempt;
}

/** The company is not authorized. → choose. */
export interface None extends Known {
  readonly name: 'none';
}

/** The person is asked who has the certificate. → checklist, guide; ← none or status. */
interface Choose extends Known {
  readonly name: 'choose';
}

/** Explains how to get a certificate. ← choose. */
interface Guide extends Known {
  readonly name: 'guide';
}

/** A state that offers to invite somebody else, and to which the links screen returns. */
export type Inviting = None | Choose | Guide | Checklist | Failed | Status;

/**
 * The company's links, and the address of one that was just created. What it shows is a machine of its own in `links/`, loaded on
 * demand. ← the state that offered it; → status when somebody has authorized the company.
 */
export interface Links extends Known {
  readonly name: 'links';
  readonly before: Inviting;
}

/** Lists what the person needs. → starting; ← choose. */
export interface Checklist extends Known {
  readonly name: 'checklist';
}

/** The backend is creating the attempt. → at-anaf, leaving, failure, problem; ← checklist. */
export interface Starting extends Known {
  readonly name: 'starting';
  /** How the person goes to ANAF. `address`: they open the attempt's address themselves, in another window. */
  readonly mode: 'window' | 'redirect' | 'address';
}

/** The tab is leaving for ANAF. → at-anaf when the browser restores this page from its back/forward cache. */
export interface Leaving extends Known {
  readonly name: 'leaving';
  readonly attempt: RunningAttempt;
}

/** The outcome of an attempt is awaited. */
interface Waiting extends Known {
  /** Number of consecutive reads that the backend did not answer; counted up to `silentAfter`. */
  readonly unanswered: number;
}

/** Number of consecutive unanswered reads after which the screen says that the backend does not answer. */
export const silentAfter = 3;

/** Where ANAF's page is. */
type Place =
  /** `window`: our window. `gone`: our window, which seems closed. `elsewhere`: a window that the person opened. */
  | { readonly place: 'window' | 'gone' | 'elsewhere'; readonly attempt: OpenableAttempt }
  /** ANAF was in this tab, and the person has come back from it. */
  | { readonly place: 'tab'; readonly attempt: RunningAttempt };

/** The person is at ANAF. → verifying, success, failure; → starting from `tab`; ← none or status by giving up. */
export type AtAnaf = Waiting &
  Place & {
    readonly name: 'at-anaf';
    /** Whether the screen asks "what do you see?". */
    readonly asking: boolean;
    /** The failure after which the attempt was opened again. Reading the same failure once more changes nothing. */
    readonly after?: Failure;
  };

/** ANAF answered, and the backend checks the certificate's rights. → success, failure; → none or status by giving up. */
export interface Checking extends Waiting {
  readonly name: 'verifying';
  readonly settled: false;
  readonly attempt: RunningAttempt;
}

/** The attempt succeeded, and the new authorization is being read. → success, problem. */
interface Settled extends Known {
  readonly name: 'verifying';
  readonly settled: true;
  readonly attempt: RunningAttempt;
}
export type Verifying = Checking | Settled;

/** The company has just been authorized. → none or status. */
interface Success extends Known {
  readonly name: 'success';
}

/** The attempt failed. → starting, at-anaf; → success when it succeeds after all; ← none or status. */
export interface Failed extends Known {
  readonly name: 'failure';
  readonly failure: Failure;
  /** Absent when no attempt was created, or when it has ended. */
  readonly attempt?: RunningAttempt;
}

/** The company has, or had, an authorization. → choose, disconnect. */
export interface Status extends Known {
  readonly name: 'status';
  readonly verifying: boolean;
  readonly problem?: Problem;
}

/** The person is asked to confirm, or the backend is disconnecting. → none; ← status. */
export interface Disconnect extends Known {
  readonly name: 'disconnect';
  readonly sent: boolean;
}

/** The state of one element. Each variant's comment names the states that may follow it. */
export type State =
  | Loading
  | Troubled
  | None
  | Choose
  | Guide
  | Links
  | Checklist
  | Starting
  | Leaving
  | AtAnaf
  | Verifying
  | Success
  | Failed
  | Status
  | Disconnect;
export type StateName = State['name'];

/** The status of the company's authorization in a state. `undefined` until the backend has answered. */
export function statusOf(state: State): AuthorizationStatus | undefined {
  return 'answer' in state ? state.answer.authorization.status : undefined;
}

/** The idle state for an answer: `none` or `status`. */
export function home(answer: AuthorizationAnswer): None | Status {
  return answer.authorization.status === 'none'
    ? { name: 'none', answer }
    : { name: 'status', answer, verifying: false };
}

/**
 * What the page reads from the backend in a state. An attempt, and an authorization that is being checked, are polled. In other
 * states the authorization is read when another page says "look again" or when the person comes back. `undefined`: nothing.
 */
export type Watched = { readonly attemptId: string } | { readonly authorization: 'often' | 'on-request' } | undefined;

/** Returns what to read from the backend in this state. */
export function watched(state: State): Watched {
  switch (state.name) {
    case 'at-anaf':
    case 'leaving':
      return { attemptId: state.attempt.attemptId };
    case 'verifying':
      return state.settled ? undefined : { attemptId: state.attempt.attemptId };
    case 'failure':
      return state.attempt ? { attemptId: state.attempt.attemptId } : { authorization: 'on-request' };
    case 'status':
      return { authorization: state.answer.authorization.status === 'checking' ? 'often' : 'on-request' };
    case 'none':
    case 'choose':
    case 'guide':
    case 'checklist':
    case 'links':
      return { authorization: 'on-request' };
    default:
      return undefined;
  }
}

/** Whether the person may send somebody else a link, and the backend can make one. */
export function mayInvite({ capabilities, permissions }: AuthorizationAnswer): boolean {
  return capabilities.includes('links') && permissions.includes('invite');
}

/** Whether the company's links are read in this state: on their own screen, and where their number is shown. */
export function watchesLinks(state: State): boolean {
  return (state.name === 'none' || state.name === 'status' || state.name === 'links') && mayInvite(state.answer);
}
