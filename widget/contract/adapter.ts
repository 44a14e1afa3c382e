import type { AttemptAnswer, StartAttemptRequest, StartedAttempt } from './attempt.ts';
import type { AuthorizationAnswer } from './authorization.ts';
import type { CreatedLink, LinkAnswer, LinksAnswer, SendLinkRequest } from './link.ts';

/** Options of every call of an adapter. */
export interface CallOptions {
  /** Aborts when nobody waits for the answer any more. An adapter may ignore it: late answers are not used. */
  readonly signal: AbortSignal;
}

/**
 * The port between the element and the backend that keeps the tokens. `HttpAdapter` implements it over HTTP; a host may write
 * its own. The session determines the company, so no method takes one. Every method rejects only with `SpvProblem`, or with the
 * signal's reason after an abort.
 */
export interface SpvAdapter {
  /** Reads the company's authorization and everything else that the first screen shows. */
  readAuthorization(options: CallOptions): Promise<AuthorizationAnswer>;
  /** Creates an attempt and its secret address. */
  startAttempt(request: StartAttemptRequest, options: CallOptions): Promise<StartedAttempt>;
  /** Reads the state of an attempt. */
  readAttempt(attemptId: string, options: CallOptions): Promise<AttemptAnswer>;
  /** Ends an attempt that the person gave up. Optional: without it the attempt expires by itself. */
  cancelAttempt?(attemptId: string, options: CallOptions): Promise<void>;
  /** Asks ANAF now whether the certificate still has the right. Needed with the capability `verify`. */
  verifyAuthorization?(options: CallOptions): Promise<AuthorizationAnswer>;
  /** Deletes the tokens at the backend. Needed with the capability `disconnect`. */
  disconnect?(options: CallOptions): Promise<AuthorizationAnswer>;
  /** Reads the company's links. Needed with the capability `links`, like the next three. */
  readLinks?(options: CallOptions): Promise<LinksAnswer>;
  /** Creates a link. Only this answer and that of `replaceLink` contain its address. */
  createLink?(options: CallOptions): Promise<CreatedLink>;
  /** Makes a new address for a link; its earlier ones lead nowhere from then on. */
  replaceLink?(linkId: string, options: CallOptions): Promise<CreatedLink>;
  /** Cancels a link. Its addresses lead nowhere from then on. */
  cancelLink?(linkId: string, options: CallOptions): Promise<void>;
  /** Sends a link by e-mail, or sends it again. Needed with the capability `link-mail`. */
  sendLink?(linkId: string, request: SendLinkRequest, options: CallOptions): Promise<LinkAnswer>;
}
