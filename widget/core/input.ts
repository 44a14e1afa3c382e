import type { AttemptAnswer, Failure, StartedAttempt } from '../contract/attempt.ts';
import type { AuthorizationAnswer } from '../contract/authorization.ts';
import type { AnafWindowSight, Reply } from '../contract/failure.ts';
import type { Problem, RunningAttempt } from './state.ts';

/** What can be copied: each has a button that says whether it was. */
export type Copyable = 'address' | 'details' | 'details-for-support';

/** The two questions that a failure asks; the names are those of the evidence. */
export type Question = 'chooserSeen' | 'pinAsked';

/** What a person does. Nothing but these comes out of a view. */
export type PersonInput =
  | { readonly type: 'reload' }
  | { readonly type: 'begin' }
  | { readonly type: 'choose-certificate' }
  | { readonly type: 'choose-nobody' }
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

/** What happens without a person: answers, and what the page notices. */
type WorldInput =
  | { readonly type: 'connected'; readonly resume?: RunningAttempt }
  /** `act`: the answer to checking or disconnecting. */
  | { readonly type: 'authorization-read'; readonly call: 'read' | 'act'; readonly answer: AuthorizationAnswer }
  | { readonly type: 'call-failed'; readonly call: 'read' | 'start' | 'act'; readonly problem: Problem }
  | { readonly type: 'opening-refused' }
  | { readonly type: 'window-blocked' }
  | { readonly type: 'window-gone' }
  | { readonly type: 'attempt-started'; readonly started: StartedAttempt }
  | ({ readonly type: 'attempt-read' } & AttemptAnswer)
  /** The backend said nothing; it is asked again. */
  | { readonly type: 'attempt-unanswered'; readonly attemptId: string }
  /** The attempt's time is over by the page's own clock. */
  | { readonly type: 'attempt-lapsed'; readonly attemptId: string }
  | { readonly type: 'attempt-unreadable'; readonly attemptId: string; readonly problem: Problem }
  | { readonly type: 'person-returned' };

export type Input = PersonInput | WorldInput;

/** What the controller does after a transition, in order. Data only. */
export type Effect =
  | { readonly type: 'read-authorization' }
  /** Opens an empty window within the click, then asks for an attempt and leads the window there. */
  | { readonly type: 'start-in-window' }
  | { readonly type: 'start-in-tab' }
  /** Asks for an attempt and opens nothing. */
  | { readonly type: 'start-elsewhere' }
  | { readonly type: 'leave-page'; readonly attempt: RunningAttempt; readonly url: string }
  | { readonly type: 'lead-window'; readonly url: string }
  | { readonly type: 'reopen-window'; readonly url: string }
  | { readonly type: 'focus-window' }
  | { readonly type: 'close-window' }
  | { readonly type: 'copy'; readonly what: Copyable; readonly text: string }
  | { readonly type: 'look-now' }
  /** The same, at most once in a few seconds. */
  | { readonly type: 'look-soon' }
  | { readonly type: 'cancel-attempt'; readonly attemptId: string }
  | { readonly type: 'forget-attempt' }
  | { readonly type: 'verify' }
  | { readonly type: 'disconnect' }
  /** An attempt from before a redirect goes on: whoever was sent away must see it. */
  | { readonly type: 'show' }
  /** The person goes on with what they came for. */
  | { readonly type: 'proceed' }
  | { readonly type: 'tell-authorized' }
  /** Other pages of the host learn that they should look again. */
  | { readonly type: 'tell-pages' }
  | { readonly type: 'tell-failed'; readonly failure: Failure };
