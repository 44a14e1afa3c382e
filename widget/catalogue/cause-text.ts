import type { CauseCode } from '../contract/diagnosis.ts';
import type { FailureCode } from '../contract/failure.ts';
import type { CertificateIdentity } from '../contract/primitives.ts';

/** The values that the sentences contain. Shown as text, never as markup. */
export interface CauseValues {
  readonly company: string;
  /** Digits, without RO. */
  readonly taxId: string;
  /** The host application's name. */
  readonly application: string;
  /**
   * Where the person finds the attempt's address for another window: on this screen, after pressing one of its buttons, in the
   * application (for screens outside it), or in the message with the link that they received.
   */
  readonly address: 'shown' | 'on-request' | 'in-application' | 'received';
  /** Whether the screen can go to ANAF in its own tab. */
  readonly canContinueInThisTab: boolean;
  /** The certificate in ANAF's token, if there was one. */
  readonly certificate?: CertificateIdentity;
}

/** How a cause is explained to the person. */
export interface CauseText {
  /** A heading: what happened, as one short sentence without a full stop. */
  readonly title: string;
  /** Why, in one or two sentences. */
  readonly explanation: string;
  /** What to do, in order. The last step is the action of the cure's button, if it has one. */
  readonly steps: readonly string[];
}

/** How a failure code is explained before its causes. */
export interface FailureText {
  /** A heading: what happened, as far as it is known. */
  readonly title: string;
  /** What that means, in one or two sentences. */
  readonly explanation: string;
}

/** One language of the catalogue. */
export interface Catalogue {
  readonly causes: Readonly<Record<CauseCode, (values: CauseValues) => CauseText>>;
  readonly failures: Readonly<Record<FailureCode, (values: CauseValues) => FailureText>>;
}
