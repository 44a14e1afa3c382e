import * as v from 'valibot';

/** All causes that can be named. `catalogue/` has an entry and texts for each of them. */
export const causeCodes = [
  'no-certificate-chosen',
  'wrong-pin',
  'token-not-inserted',
  'browser-remembers-no-certificate',
  'certificate-not-enrolled',
  'another-companys-certificate',
  'certificate-without-any-right',
  'right-too-new',
  'anaf-not-answering',
  'anaf-window-closed',
  'anaf-session-finished',
  'anaf-request-rejected',
  'anaf-page-in-browser-failed',
  'still-at-anaf',
  'came-back-too-late',
  'application-not-registered',
  'service-not-registered',
  'window-blocked',
  'backend-not-answering',
  'attempt-lapsed',
  'cancelled',
  /** A cause that this version does not know. Only `withKnownValues` creates it; no backend sends it. */
  'other',
] as const;

export const causeCode = v.picklist(causeCodes);
export type CauseCode = v.InferOutput<typeof causeCode>;

/** Why a cause has its place in the order. Shown under technical details and in the support text. */
export const groundCodes = [
  'answered-at-once',
  'answered-after-a-dialog',
  'earlier-opening-in-same-browser',
  'chooser-was-seen',
  'chooser-was-not-seen',
  'pin-was-asked',
  'pin-was-not-asked',
  'reported-by-the-person',
  'said-by-anaf',
  'usual-for-this-failure',
] as const;

export const groundCode = v.picklist(groundCodes);
export type GroundCode = v.InferOutput<typeof groundCode>;

/** `certain`: ANAF or the browser said so. `likely`: the evidence suggests it. `possible`: it cannot be excluded. */
export const likelihood = v.picklist(['certain', 'likely', 'possible']);
export type Likelihood = v.InferOutput<typeof likelihood>;

/** One possible cause, how likely it is, and why. */
export const diagnosedCause = v.object({ cause: causeCode, likelihood, grounds: v.array(groundCode) });
export type DiagnosedCause = v.InferOutput<typeof diagnosedCause>;

/** Causes, the most likely first; never empty. */
export const diagnosis = v.object({ causes: v.pipe(v.array(diagnosedCause), v.minLength(1)) });
export type Diagnosis = v.InferOutput<typeof diagnosis>;
