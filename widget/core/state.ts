import type { Failure } from '../contract/attempt.ts';
import type { AuthorizationAnswer, AuthorizationStatus } from '../contract/authorization.ts';
import type { SpvProblem } from '../contract/problem.ts';

/** A call that did not succeed, as data. */
export interface Problem {
  readonly code: SpvProblem['code'];
  readonly reference?: string;
}

/** The attempt that is being waited for. */
export interface RunningAttempt {
  readonly attemptId: string;
  /** Absent after a return in the same tab: the address is a secret that no storage keeps. */
  readonly authorizeUrl?: string;
}

/** An attempt whose address this page still has: it can be opened, again or elsewhere. */
export interface OpenableAttempt extends RunningAttempt {
  readonly authorizeUrl: string;
}

export function isOpenable(attempt: RunningAttempt): attempt is OpenableAttempt {
  return attempt.authorizeUrl !== undefined;
}

/** Every state past the first answer has the latest one. */
interface Known {
  readonly answer: AuthorizationAnswer;
}

/** → none, status; → verifying when an attempt waits from before a redirect; → problem. */
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

/** Who has the certificate? → checklist, guide; ← none or status. */
interface Choose extends Known {
  readonly name: 'choose';
}

/** How to get a certificate. ← choose. */
interface Guide extends Known {
  readonly name: 'guide';
}

/** What to have at hand. → starting; ← choose. */
export interface Checklist extends Known {
  readonly name: 'checklist';
}

/** The attempt is being made at the backend. → at-anaf, leaving, failure, problem; ← checklist. */
export interface Starting extends Known {
  readonly name: 'starting';
  /** `address`: nothing opens; the person takes the address elsewhere. */
  readonly mode: 'window' | 'redirect' | 'address';
}

/** The tab goes to ANAF. → at-anaf when the browser brings this page back from its cache. */
export interface Leaving extends Known {
  readonly name: 'leaving';
  readonly attempt: RunningAttempt;
}

/** An attempt's outcome is being waited for. */
interface Waiting extends Known {
  /** Reads of the attempt in a row that the backend did not answer; counted up to `silentAfter`. */
  readonly unanswered: number;
}

/** So many reads without an answer are said to the person. */
export const silentAfter = 3;

/** Where ANAF's page is: in a window or tab that is still of use, or nowhere because this tab came back from it. */
type Place =
  /** `window`: ours, it can be shown. `gone`: ours, it seems closed. `elsewhere`: one that the person opened. */
  | { readonly place: 'window' | 'gone' | 'elsewhere'; readonly attempt: OpenableAttempt }
  | { readonly place: 'tab'; readonly attempt: RunningAttempt };

/** ANAF is being waited for. → verifying, success, failure; → starting from `tab`; ← none or status by giving up. */
export type AtAnaf = Waiting &
  Place & {
    readonly name: 'at-anaf';
    /** Whether "what do you see?" is asked. */
    readonly asking: boolean;
    /** The failure after which the attempt was opened again; the same one read again says nothing new. */
    readonly after?: Failure;
  };

/** ANAF answered; rights are being checked. → success, failure; → none or status by giving up. */
export interface Checking extends Waiting {
  readonly name: 'verifying';
  readonly settled: false;
  readonly attempt: RunningAttempt;
}

/** The attempt succeeded; only the new authorization is still to be read. → success, problem. */
interface Settled extends Known {
  readonly name: 'verifying';
  readonly settled: true;
  readonly attempt: RunningAttempt;
}
export type Verifying = Checking | Settled;

/** → none or status. */
interface Success extends Known {
  readonly name: 'success';
}

/** → starting, at-anaf; → success when the attempt succeeds after all; ← none or status. */
export interface Failed extends Known {
  readonly name: 'failure';
  readonly failure: Failure;
  /** Absent when the failure came before there was an attempt, or when it has ended. */
  readonly attempt?: RunningAttempt;
}

/** The company has, or had, an authorization. → choose, disconnect. */
export interface Status extends Known {
  readonly name: 'status';
  readonly verifying: boolean;
  readonly problem?: Problem;
}

/** Disconnecting is being confirmed or done. → none; ← status. */
export interface Disconnect extends Known {
  readonly name: 'disconnect';
  readonly sent: boolean;
}

export type State =
  | Loading
  | Troubled
  | None
  | Choose
  | Guide
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

/** The state in which nothing is going on: `none` or `status`, by the answer. */
export function home(answer: AuthorizationAnswer): None | Status {
  return answer.authorization.status === 'none'
    ? { name: 'none', answer }
    : { name: 'status', answer, verifying: false };
}

/**
 * What has to be watched at the backend in this state: the controller starts and stops by it. An attempt, and an
 * authorization that is being checked, are read again and again; elsewhere the authorization is read when another page
 * says that something happened, or when the person comes back.
 */
export type Watched = { readonly attemptId: string } | { readonly authorization: 'often' | 'when-called' } | undefined;

export function watched(state: State): Watched {
  switch (state.name) {
    case 'at-anaf':
    case 'leaving':
      return { attemptId: state.attempt.attemptId };
    case 'verifying':
      return state.settled ? undefined : { attemptId: state.attempt.attemptId };
    case 'failure':
      return state.attempt ? { attemptId: state.attempt.attemptId } : { authorization: 'when-called' };
    case 'status':
      return { authorization: state.answer.authorization.status === 'checking' ? 'often' : 'when-called' };
    case 'none':
    case 'choose':
    case 'guide':
    case 'checklist':
      return { authorization: 'when-called' };
    default:
      return undefined;
  }
}
