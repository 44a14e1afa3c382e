import type { AttemptAnswer, Failure, StartedAttempt } from '../contract/attempt.ts';
import type { AuthorizationAnswer } from '../contract/authorization.ts';
import type { AnafWindowSight, Reply } from '../contract/failure.ts';
import type { Problem, RunningAttempt } from './state.ts';

/** The texts that have a button to copy them. */
export type Copyable = 'address' | 'link' | 'details' | 'details-for-support';

/** The two questions on a failure screen, named like the evidence that their answers become. */
export type Question = 'chooserSeen' | 'pinAsked';

/** What a person can do. Views send these inputs and no others. */
export type PersonInput =
  | { readonly type: 'reload' }
  | { readonly type: 'begin' }
  | { readonly type: 'choose-certificate' }
  | { readonly type: 'choose-nobody' }
  /** Opens the screen of the links. */
  | { readonly type: 'invite' }
  | { readonly type: 'back' }
  | { readonly type: 'go' }
  | { readonly type: 'continue-in-this-tab' }
  | { readonly type: 'show-window' }
  | { readonly type: 'reopen-window' }
  | { readonly type: 'say-finished' }
  | { readonly type: 'give-up' }
  | { readonly type: 'tell-sight'; readonly sight: AnafWindowSight }
  | { readonly type: 'reply'; readonly question: Question; readonly reply: Reply }
  | { readonly type: 'use-private-window' }
  | { readonly type: 'acknowledge' }
  | { readonly type: 'verify' }
  | { readonly type: 'disconnect' }
  | { readonly type: 'confirm-disconnect' };

/** What happens without a person: answers of the backend, and events of the page. */
type WorldInput =
  /** The element has an adapter. `resume`: the attempt of a redirect from which the person has just come back. */
  | { readonly type: 'connected'; readonly resume?: RunningAttempt }
  /** `act`: the answer to verifying or disconnecting. */
  | { readonly type: 'authorization-read'; readonly call: 'read' | 'act'; readonly answer: AuthorizationAnswer }
  | { readonly type: 'call-failed'; readonly call: 'read' | 'start' | 'act'; readonly problem: Problem }
  /** The host prevented `spv-before-open`. */
  | { readonly type: 'opening-refused' }
  | { readonly type: 'window-blocked' }
  | { readonly type: 'window-gone' }
  | { readonly type: 'attempt-started'; readonly started: StartedAttempt }
  | ({ readonly type: 'attempt-read' } & AttemptAnswer)
  /** A read failed for a temporary reason. */
  | { readonly type: 'attempt-unanswered'; readonly attemptId: string }
  /** The attempt has expired according to the page's own timer. */
  | { readonly type: 'attempt-lapsed'; readonly attemptId: string }
  /** A read failed for a permanent reason. */
  | { readonly type: 'attempt-unreadable'; readonly attemptId: string; readonly problem: Problem }
  | { readonly type: 'person-returned' };

/** Everything that `transition` reacts to. */
export type Input = PersonInput | WorldInput;

/** What the controller has to do after a transition. Effects are data, and are carried out in order. */
export type Effect =
  | { readonly type: 'read-authorization' }
  /** Opens an empty window while the click is handled, and starts an attempt; `navigate-window` follows with its address. */
  | { readonly type: 'start-in-window' }
  | { readonly type: 'start-in-tab' }
  /** Starts an attempt without opening anything. */
  | { readonly type: 'start-elsewhere' }
  | { readonly type: 'leave-page'; readonly attempt: RunningAttempt; readonly url: string }
  | { readonly type: 'navigate-window'; readonly url: string }
  | { readonly type: 'reopen-window'; readonly url: string }
  | { readonly type: 'focus-window' }
  | { readonly type: 'close-window' }
  | { readonly type: 'copy'; readonly what: Copyable; readonly text: string }
  | { readonly type: 'look-now' }
  /** Like `look-now`, but at most once in a few seconds. */
  | { readonly type: 'look-soon' }
  | { readonly type: 'cancel-attempt'; readonly attemptId: string }
  | { readonly type: 'forget-attempt' }
  | { readonly type: 'verify' }
  | { readonly type: 'disconnect' }
  /** Makes the element visible, because the person has come back from a redirect. */
  | { readonly type: 'show' }
  /** The person continues with what they came for. */
  | { readonly type: 'proceed' }
  | { readonly type: 'tell-authorized' }
  /** Tells the other pages of the host to look again. */
  | { readonly type: 'tell-pages' }
  | { readonly type: 'tell-failed'; readonly failure: Failure };
