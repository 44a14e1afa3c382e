/** Lifetimes and delays, in seconds of the mock's clock unless stated otherwise. */
export interface Lifetimes {
  /** Lifetime of an authorization code. Documented: 60. */
  readonly codeSeconds: number;
  /** Lifetime of an access token. Documented: 129600 minutes (90 days). */
  readonly accessTokenSeconds: number;
  /** Lifetime of a refresh token. Documented: 525600 minutes (365 days). */
  readonly refreshTokenSeconds: number;
  /** How long an uploaded document is "in prelucrare" (being processed). Assumed. Default: 2. */
  readonly processingSeconds: number;
  /** Delay from the end of processing until the lists show a document. Observed: seconds to 15 minutes. Default: 0. */
  readonly listingSeconds: number;
  /** How long slow scenarios delay an answer, in real time. Default: 3. */
  readonly slowAnswerSeconds: number;
  /** Inactivity after which a login session ends. Observed on a sister host: 600. */
  readonly loginSessionSeconds: number;
}

/** ANAF's lifetimes where they are known. */
export const defaultLifetimes: Lifetimes = {
  codeSeconds: 60,
  accessTokenSeconds: 7_776_000,
  refreshTokenSeconds: 31_536_000,
  processingSeconds: 2,
  listingSeconds: 0,
  slowAnswerSeconds: 3,
  loginSessionSeconds: 600,
};
