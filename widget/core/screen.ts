import type { Cure } from '../catalogue/causes.ts';
import type { AuthorizationStatus, ConnectedAuthorization, Service } from '../contract/authorization.ts';
import type { CauseCode, DiagnosedCause } from '../contract/diagnosis.ts';
import type { AnafWindowSight, FailureCode, Reply } from '../contract/failure.ts';
import type { CertificateIdentity } from '../contract/primitives.ts';
import type { Question } from './input.ts';
import type { AtAnaf, Problem } from './state.ts';

/** The line between company and ANAF. `gap`: it holds, but its renewal fails. `broken`: it does not hold. */
export type Line = 'open' | 'moving' | 'closed' | 'gap' | 'broken';

/** What every screen past loading names. */
export interface Subject {
  readonly company: string;
  readonly taxId: string;
  readonly application: string;
  readonly services: readonly Service[];
  readonly supportEmail?: string;
  readonly privacyUrl?: string;
}

/** Why the backend cannot be used, as far as a person needs to know. */
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
  /** An authorization that is untouched by what goes on. */
  readonly keeps: boolean;
}
export interface NoneScreen extends Shown {
  readonly name: 'none';
  readonly mayAuthorize: boolean;
}
export interface ChooseScreen extends Shown {
  readonly name: 'choose';
}
export interface GuideScreen extends Shown {
  readonly name: 'guide';
}
export interface ChecklistScreen extends Shown {
  readonly name: 'checklist';
  /** The company was authorized before: what is known already is collapsed. */
  readonly again: boolean;
}
export interface StartingScreen extends Shown {
  readonly name: 'starting';
}
export interface AtAnafScreen extends Shown {
  readonly name: 'at-anaf';
  readonly place: AtAnaf['place'];
  readonly asking: boolean;
  /** The backend has not answered for a while. */
  readonly silent: boolean;
  readonly sights: readonly AnafWindowSight[];
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
export interface FailureScreen extends Shown {
  readonly name: 'failure';
  readonly code: FailureCode;
  readonly questions: readonly { readonly question: Question; readonly reply?: Reply }[];
  readonly first: DiagnosedCause;
  readonly others: readonly CauseCode[];
  /** What the filled button does. */
  readonly cure: Cure;
  /** Where another window can help: with the address while the attempt can be opened, else one that is asked for. */
  readonly privateWindow?: { readonly address?: string };
  readonly canContinueInThisTab: boolean;
  readonly certificate?: CertificateIdentity;
  readonly reference?: string;
  readonly supportText: string;
}
export interface StatusScreen extends Shown {
  readonly name: 'status';
  readonly status: Exclude<AuthorizationStatus, 'none'>;
  /** What is to be done about it: nothing, or authorizing again (soon, or now). */
  readonly need: 'nothing' | 'soon' | 'now';
  readonly now: number;
  readonly daysLeft: number;
  readonly connection: ConnectedAuthorization;
  readonly mayAuthorize: boolean;
  readonly mayVerify: boolean;
  readonly mayDisconnect: boolean;
  readonly verifying: boolean;
  readonly problem?: ProblemKind;
}
export interface DisconnectScreen extends Shown {
  readonly name: 'disconnect';
  readonly sent: boolean;
}

export type Screen =
  | LoadingScreen
  | ProblemScreen
  | NoneScreen
  | ChooseScreen
  | GuideScreen
  | ChecklistScreen
  | StartingScreen
  | AtAnafScreen
  | VerifyingScreen
  | SuccessScreen
  | FailureScreen
  | StatusScreen
  | DisconnectScreen;
