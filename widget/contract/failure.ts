import * as v from 'valibot';
import { certificateIdentity } from './primitives.ts';

/**
 * Why an attempt to authorize did not succeed, as far as the backend can know it. A closed list: a backend in any
 * language answers one of these, and `diagnose` turns it, with the evidence, into causes that a person can act on.
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
  /** ANAF did not answer, answered 5xx, or answered a page where its API should have spoken. */
  'anaf-unavailable',
  /** ANAF refused the code: more than 60 seconds passed, or it was used before. */
  'code-expired',
  /** ANAF refused the application: client id, secret or callback address. Only the application's team can fix it. */
  'application-refused',
  /** The person said that ANAF's window ended without coming back. Only the page knows this one. */
  'not-returned',
  /** The browser blocked ANAF's window. Only the page knows this one. */
  'window-blocked',
  /** The page could not reach its own backend. Only the page knows this one. */
  'backend-unreachable',
  /** Nobody finished within the attempt's 15 minutes. */
  'attempt-lapsed',
  /** The attempt was given up by the person who started it. */
  'cancelled',
] as const;

export const failureCode = v.picklist(failureCodes);
export type FailureCode = v.InferOutput<typeof failureCode>;

/** What a person says they see in ANAF's window when it does not come back. */
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

/** An answer to a yes-or-no question that nobody is obliged to answer. */
export const reply = v.picklist(['yes', 'no', 'unknown']);
export type Reply = v.InferOutput<typeof reply>;

/**
 * What is known about a failure. Each field narrows the cause; a backend sends those it has, the page adds the person's
 * answers. Nothing here is secret.
 */
export const evidence = v.object({
  /** Seconds between the redirect to ANAF and ANAF's answer. A browser that shows no dialog answers in about 0.4 s. */
  answeredAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** An earlier opening came from the same browser: it may remember the choice "no certificate" until it is closed. */
  earlierOpeningInSameBrowser: v.optional(v.boolean()),
  /** The certificate in the token that ANAF issued, when it issued one. */
  certificate: v.optional(certificateIdentity),
  chooserSeen: v.optional(reply),
  pinAsked: v.optional(reply),
  sight: v.optional(anafWindowSight),
});
export type Evidence = v.InferOutput<typeof evidence>;
