import * as v from 'valibot';
import { certificateIdentity } from './primitives.ts';

/**
 * Why an attempt failed, as far as the backend can know. A backend sends one of these codes; `diagnose` turns it, together with
 * the evidence, into causes on which a person can act.
 */
export const failureCodes = [
  /** ANAF called back with `error=access_denied`: no certificate arrived, or it is not in SPV. ANAF does not say which. */
  'access-denied',
  /** The certificate has rights in SPV, but not for this company's CUI ("Nu aveti drept in SPV pentru CIF=…"). */
  'no-right-for-company',
  /** The certificate has rights for no company at all ("Nu exista niciun CIF …"). */
  'no-right-for-any-company',
  /** The token carries no e-Factura role: the application is not registered for that service. */
  'service-missing',
  /** ANAF did not answer, answered 5xx, or answered with an HTML page instead of its API. */
  'anaf-unavailable',
  /** ANAF refused the authorization code: it was older than 60 seconds, or already used. */
  'code-expired',
  /** ANAF refused the application's client id, secret or callback address. Only the application's team can fix it. */
  'application-refused',
  /** The person said that ANAF's window did not return to the page. Set by the page only. */
  'not-returned',
  /** The browser blocked ANAF's window. Set by the page only. */
  'window-blocked',
  /** The page could not reach its own backend. Set by the page only. */
  'backend-unreachable',
  /** The attempt's 15 minutes passed. */
  'attempt-lapsed',
  /** The person who started the attempt gave it up. */
  'cancelled',
  /** A code that this version does not know. Only `withKnownValues` creates it; no backend sends it. */
  'other',
] as const;

export const failureCode = v.picklist(failureCodes);
export type FailureCode = v.InferOutput<typeof failureCode>;

/** What a person can say they see in ANAF's window when it does not return to the page. */
export const anafWindowSights = [
  'still-choosing',
  'closed',
  'certificate-not-presented',
  'session-finished',
  'request-rejected',
  'browser-error',
  'nothing',
] as const;

export const anafWindowSight = v.picklist(anafWindowSights);
export type AnafWindowSight = v.InferOutput<typeof anafWindowSight>;

/** The answer to an optional yes-or-no question. */
export const reply = v.picklist(['yes', 'no', 'unknown']);
export type Reply = v.InferOutput<typeof reply>;

/**
 * What is known about a failure. Each field narrows down the cause. A backend sends the fields that it knows; the page adds the
 * person's answers. Nothing in it is secret.
 */
export const evidence = v.object({
  /** Seconds between the redirect to ANAF and ANAF's answer. About 0.4 s when the browser shows no dialog. */
  answeredAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** The attempt was opened before in the same browser, which may remember the choice "no certificate" until it is closed. */
  earlierOpeningInSameBrowser: v.optional(v.boolean()),
  /** The certificate in ANAF's token, if ANAF issued one. */
  certificate: v.optional(certificateIdentity),
  /** Whether the person saw the browser's dialog to choose a certificate. */
  chooserSeen: v.optional(reply),
  /** Whether the person was asked for the PIN. */
  pinAsked: v.optional(reply),
  sight: v.optional(anafWindowSight),
});
export type Evidence = v.InferOutput<typeof evidence>;
