import type { CauseCode } from '../contract/diagnosis.ts';

/** Who can fix a cause. `company`: a person with rights in SPV for the company. `application`: the host application's team. */
export type Fixer = 'person' | 'company' | 'anaf' | 'application';

/**
 * The next step for a cause, which is the filled button of the failure screen.
 * `retry`: try again now. `retry-later`: try again after something outside has changed. `private-window`: open the same address
 * in a private window, which remembers no earlier choice. `return-to-anaf`: continue in ANAF's window. `continue-in-this-tab`: go
 * to ANAF without a second window. `tell-support`: the person cannot do anything else.
 */
export type Cure =
  | 'retry'
  | 'retry-later'
  | 'private-window'
  | 'return-to-anaf'
  | 'continue-in-this-tab'
  | 'tell-support';

/** What a program needs to know about a cause; its texts are separate. */
export interface Cause {
  readonly fixer: Fixer;
  /** Whether trying again can help without changing anything first. */
  readonly retryable: boolean;
  readonly cure: Cure;
}

/** Facts about every cause that `diagnose` can name. Its texts are in `causeTexts`. */
export const causes = {
  'no-certificate-chosen': { fixer: 'person', retryable: true, cure: 'retry' },
  'wrong-pin': { fixer: 'person', retryable: true, cure: 'retry' },
  'token-not-inserted': { fixer: 'person', retryable: false, cure: 'retry' },
  'browser-remembers-no-certificate': { fixer: 'person', retryable: false, cure: 'private-window' },
  'certificate-not-enrolled': { fixer: 'person', retryable: false, cure: 'retry-later' },
  'another-companys-certificate': { fixer: 'person', retryable: false, cure: 'private-window' },
  'certificate-without-any-right': { fixer: 'company', retryable: false, cure: 'retry-later' },
  'right-too-new': { fixer: 'anaf', retryable: false, cure: 'retry-later' },
  'anaf-not-answering': { fixer: 'anaf', retryable: true, cure: 'retry-later' },
  'anaf-window-closed': { fixer: 'person', retryable: true, cure: 'retry' },
  'anaf-session-finished': { fixer: 'person', retryable: false, cure: 'private-window' },
  'anaf-request-rejected': { fixer: 'anaf', retryable: true, cure: 'private-window' },
  'anaf-page-in-browser-failed': { fixer: 'person', retryable: true, cure: 'private-window' },
  'still-at-anaf': { fixer: 'person', retryable: true, cure: 'return-to-anaf' },
  'came-back-too-late': { fixer: 'person', retryable: true, cure: 'retry' },
  'application-not-registered': { fixer: 'application', retryable: false, cure: 'tell-support' },
  'service-not-registered': { fixer: 'application', retryable: false, cure: 'tell-support' },
  'window-blocked': { fixer: 'person', retryable: false, cure: 'continue-in-this-tab' },
  'backend-not-answering': { fixer: 'application', retryable: true, cure: 'retry' },
  'attempt-lapsed': { fixer: 'person', retryable: true, cure: 'retry' },
  cancelled: { fixer: 'person', retryable: true, cure: 'retry' },
  other: { fixer: 'application', retryable: true, cure: 'retry' },
} as const satisfies Record<CauseCode, Cause>;
