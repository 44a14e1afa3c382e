import type { Failure } from '../contract/attempt.ts';
import type { AuthorizationAnswer } from '../contract/authorization.ts';
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
  readonly mode: 'window' | 'redirect';
}

/** The tab goes to ANAF. → at-anaf when the browser brings this page back from its cache. */
export interface Leaving extends Known {
  readonly name: 'leaving';
  readonly attempt: RunningAttempt;
}

/** ANAF is being waited for. → verifying, failure; ← none or status by giving up. */
export interface AtAnaf extends Known {
  readonly name: 'at-anaf';
  readonly attempt: RunningAttempt;
  /** `window`: ours, it can be shown. `gone`: ours, it seems closed. `elsewhere`: one that the person opened. */
  readonly place: 'window' | 'gone' | 'elsewhere';
  /** Whether "what do you see?" is asked. */
  readonly asking: boolean;
  /** The failure after which the attempt was opened again; the same one read again says nothing new. */
  readonly after?: Failure;
}

/** ANAF answered; rights are being checked. → success, failure. */
export interface Verifying extends Known {
  readonly name: 'verifying';
  readonly attempt: RunningAttempt;
  /** The attempt succeeded; only the new authorization is still to be read. */
  readonly settled: boolean;
}

/** → status. */
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

/** Where a company stands when nothing is going on. */
export function home(answer: AuthorizationAnswer): None | Status {
  return answer.authorization.status === 'none'
    ? { name: 'none', answer }
    : { name: 'status', answer, verifying: false };
}

/** What has to be watched at the backend in this state: the controller starts and stops by it. */
export type Watched = { readonly attemptId: string } | 'authorization' | undefined;

export function watched(state: State): Watched {
  switch (state.name) {
    case 'at-anaf':
    case 'leaving':
      return { attemptId: state.attempt.attemptId };
    case 'verifying':
      return state.settled ? undefined : { attemptId: state.attempt.attemptId };
    case 'failure':
      return state.attempt && { attemptId: state.attempt.attemptId };
    case 'status':
      return state.answer.authorization.status === 'checking' ? 'authorization' : undefined;
    default:
      return undefined;
  }
}
