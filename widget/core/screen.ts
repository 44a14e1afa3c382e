import type { Cure } from '../catalogue/causes.ts';
import type { AuthorizationStatus, ConnectedAuthorization, Service } from '../contract/authorization.ts';
import type { CauseCode, DiagnosedCause } from '../contract/diagnosis.ts';
import type { AnafWindowSight, FailureCode, Reply } from '../contract/failure.ts';
import type { CertificateIdentity } from '../contract/primitives.ts';
import type { Question } from './input.ts';
import type { AtAnaf, Problem } from './state.ts';

/** The drawn line between the company and ANAF. `gap`: authorized, but expiring. `broken`: not authorized any more. */
export type Line = 'open' | 'moving' | 'closed' | 'gap' | 'broken';

/** The names that every screen after loading shows. */
export interface Subject {
  readonly company: string;
  readonly taxId: string;
  readonly application: string;
  readonly services: readonly Service[];
  /** The backend says that nobody would be told by e-mail that somebody has to act. */
  readonly warnsNobody: boolean;
  readonly supportEmail?: string;
  readonly privacyUrl?: string;
  readonly helpUrl?: string;
}

/** Why the backend cannot be used, grouped by what a person can do about it. */
export type ProblemKind = 'unreachable' | 'session' | 'permission' | 'too-many' | 'setup';

export interface LoadingScreen {
  readonly name: 'loading';
  readonly line: Line;
}
export interface ProblemScreen {
  readonly name: 'problem';
  readonly line: Line;
  readonly kind: ProblemKind;
  readonly problem: Problem;
}
interface Shown {
  readonly line: Line;
  readonly subject: Subject;
  /** The company has a usable authorization, and nothing on this screen ends it. */
  readonly keeps: boolean;
}
/** A screen that can offer to send somebody else a link. */
interface InvitingScreen extends Shown {
  readonly mayInvite: boolean;
}
export interface NoneScreen extends InvitingScreen {
  readonly name: 'none';
  readonly mayAuthorize: boolean;
}
export interface ChooseScreen extends InvitingScreen {
  readonly name: 'choose';
}
export interface GuideScreen extends InvitingScreen {
  readonly name: 'guide';
}
export interface LinksScreen extends Shown {
  readonly name: 'links';
  /** The backend can send a link by e-mail. */
  readonly mayMail: boolean;
}
export interface ChecklistScreen extends InvitingScreen {
  readonly name: 'checklist';
  /** The company was authorized before, so the list is collapsed. */
  readonly again: boolean;
}
export interface StartingScreen extends Shown {
  readonly name: 'starting';
}
export interface AtAnafScreen extends Shown {
  readonly name: 'at-anaf';
  readonly place: AtAnaf['place'];
  readonly asking: boolean;
  /** The backend has not answered the last reads. */
  readonly silent: boolean;
  /** The offered answers to "what do you see?". */
  readonly sights: readonly AnafWindowSight[];
  /** The attempt's address, for another window. */
  readonly address?: string;
}
export interface VerifyingScreen extends Shown {
  readonly name: 'verifying';
  readonly silent: boolean;
  readonly mayGiveUp: boolean;
}
export interface SuccessScreen extends Shown {
  readonly name: 'success';
  readonly reauthorizeBy?: number;
}
export interface FailureScreen extends InvitingScreen {
  readonly name: 'failure';
  readonly code: FailureCode;
  readonly questions: readonly { readonly question: Question; readonly reply?: Reply }[];
  readonly first: DiagnosedCause;
  readonly others: readonly CauseCode[];
  /** The action of the filled button. */
  readonly cure: Cure;
  /** Present when a private window can help. Without `address` the person can ask for one, which starts an attempt. */
  readonly privateWindow?: { readonly address?: string };
  readonly canContinueInThisTab: boolean;
  readonly certificate?: CertificateIdentity;
  readonly reference?: string;
  readonly supportText: string;
}
export interface StatusScreen extends InvitingScreen {
  readonly name: 'status';
  readonly status: Exclude<AuthorizationStatus, 'none'>;
  /** When the company has to be authorized again: not yet, soon, or now. */
  readonly need: 'nothing' | 'soon' | 'now';
  readonly now: number;
  /** Whole days until `accessExpiresAt`, rounded up, never negative. */
  readonly daysLeft: number;
  readonly connection: ConnectedAuthorization;
  readonly mayAuthorize: boolean;
  readonly mayVerify: boolean;
  readonly mayDisconnect: boolean;
  readonly verifying: boolean;
  /** Why the last action or read failed. */
  readonly problem?: ProblemKind;
}
export interface DisconnectScreen extends Shown {
  readonly name: 'disconnect';
  /** The person has confirmed, and the backend has not answered yet. */
  readonly sent: boolean;
}

/** Everything that the element can show. `viewModel` creates it from the state, and `screenView` renders it. */
export type Screen =
  | LoadingScreen
  | ProblemScreen
  | NoneScreen
  | ChooseScreen
  | GuideScreen
  | LinksScreen
  | ChecklistScreen
  | StartingScreen
  | AtAnafScreen
  | VerifyingScreen
  | SuccessScreen
  | FailureScreen
  | StatusScreen
  | DisconnectScreen;
