import type { CauseCode } from '../contract/diagnosis.ts';

/** Who can put it right. `company`: whoever has rights in SPV for it. `application`: the team of the host application. */
export type Fixer = 'person' | 'company' | 'anaf' | 'application';

/**
 * The one thing to do next; the failure screen's filled button.
 * `retry`: again, now. `retry-later`: again, once something outside changed. `private-window`: the same address in a window
 * that remembers nothing. `return-to-anaf`: ANAF's window is still of use. `continue-in-this-tab`: without a second window.
 * `tell-support`: nothing that the person does can help.
 */
export type Cure =
  | 'retry'
  | 'retry-later'
  | 'private-window'
  | 'return-to-anaf'
  | 'continue-in-this-tab'
  | 'tell-support';

export interface Cause {
  readonly fixer: Fixer;
  /** Whether the same again can help without anything being changed first. */
  readonly retryable: boolean;
  readonly cure: Cure;
}

/** Every cause that `diagnose` can name. Texts: `causeTexts`. */
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
} as const satisfies Record<CauseCode, Cause>;
