import type { AttemptAnswer, StartAttemptRequest, StartedAttempt } from './attempt.ts';
import type { AuthorizationAnswer } from './authorization.ts';

export interface CallOptions {
  readonly signal: AbortSignal;
}

/**
 * The port between the element and whatever keeps the tokens. `HttpAdapter` speaks the contract over HTTP; a host may
 * write its own. The company is the session's: no method takes one. Every method rejects with `SpvProblem` only, or with
 * the signal's reason when it was aborted.
 */
export interface SpvAdapter {
  readAuthorization(options: CallOptions): Promise<AuthorizationAnswer>;
  startAttempt(request: StartAttemptRequest, options: CallOptions): Promise<StartedAttempt>;
  readAttempt(attemptId: string, options: CallOptions): Promise<AttemptAnswer>;
  /** Tells the backend that nobody waits any more. The attempt's own lapse does the same, later. */
  cancelAttempt?(attemptId: string, options: CallOptions): Promise<void>;
  /** Asks ANAF now whether the certificate still has the right. Needs capability `verify`. */
  verifyAuthorization?(options: CallOptions): Promise<AuthorizationAnswer>;
  /** Deletes the tokens at the backend. Needs capability `disconnect`. */
  disconnect?(options: CallOptions): Promise<AuthorizationAnswer>;
}
