import type { CauseCode } from '../contract/diagnosis.ts';
import type { FailureCode } from '../contract/failure.ts';
import type { CertificateIdentity } from '../contract/primitives.ts';

/** What the sentences name. Shown as text, never as markup. */
export interface CauseValues {
  readonly company: string;
  /** Digits, without RO. */
  readonly taxId: string;
  /** The host application's name. */
  readonly application: string;
  /**
   * Where the attempt's address for another window is: on this screen, behind a button of it, or only in the application
   * (where it has both).
   */
  readonly address: 'shown' | 'on-request' | 'in-application';
  /** Whether the screen can lead to ANAF in its own tab. */
  readonly canContinueInThisTab: boolean;
  /** The certificate that ANAF's token named, when there was one. */
  readonly certificate?: CertificateIdentity;
}

export interface CauseText {
  /** What happened, as one short sentence without a full stop: a heading. */
  readonly title: string;
  /** Why, in one or two sentences. */
  readonly explanation: string;
  /** What to do, in order; the last step is what the cure's button does, where it does something. */
  readonly steps: readonly string[];
}

export interface FailureText {
  /** What happened, as far as it is known. A heading. */
  readonly title: string;
  /** What that means, in one or two sentences. */
  readonly explanation: string;
}

/** One language of the catalogue. */
export interface Catalogue {
  readonly causes: Readonly<Record<CauseCode, (values: CauseValues) => CauseText>>;
  readonly failures: Readonly<Record<FailureCode, (values: CauseValues) => FailureText>>;
}
