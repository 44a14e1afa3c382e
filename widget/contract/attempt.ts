import * as v from 'valibot';
import { diagnosis } from './diagnosis.ts';
import { evidence, failureCode } from './failure.ts';
import { absoluteUrl, instant } from './primitives.ts';

/** How the person goes to ANAF: in a window beside the page, or in the page's own tab with a way back. */
export const attemptMode = v.picklist(['window', 'redirect']);
export type AttemptMode = v.InferOutput<typeof attemptMode>;

export const startAttemptRequest = v.variant('mode', [
  v.object({ mode: v.literal('window') }),
  v.object({
    mode: v.literal('redirect'),
    /** Where the result page leads back to. https or loopback, and of the session's origin; anything else is refused. */
    returnUrl: absoluteUrl,
  }),
]);
export type StartAttemptRequest = v.InferOutput<typeof startAttemptRequest>;

/** A failure as the backend knows it. The page may refine the diagnosis with the person's answers. */
export const failure = v.object({
  code: failureCode,
  /** Whether doing the same again can help without anything being changed first. */
  retryable: v.boolean(),
  diagnosis,
  evidence,
  /** Four to eight characters that the person can read to support; the backend's log has the same. */
  reference: v.optional(v.string()),
});
export type Failure = v.InferOutput<typeof failure>;

const attemptFields = { attemptId: v.string(), expiresAt: instant };

/**
 * One try at authorizing. created → shown → at-anaf → verifying → succeeded | failed; any of the first four → lapsed after
 * 15 minutes. A failed attempt may be opened again until it lapses, and can still succeed.
 */
export const attempt = v.variant('state', [
  v.object({ ...attemptFields, state: v.picklist(['created', 'shown', 'at-anaf', 'verifying']) }),
  v.object({ ...attemptFields, state: v.literal('succeeded') }),
  v.object({ ...attemptFields, state: v.literal('failed'), failure }),
  v.object({ ...attemptFields, state: v.literal('lapsed') }),
]);
export type Attempt = v.InferOutput<typeof attempt>;
export type AttemptState = Attempt['state'];

export const startedAttempt = v.object({
  now: instant,
  attempt,
  /** The address that the person opens. A bearer secret until the attempt ends: shown once, never logged. */
  authorizeUrl: absoluteUrl,
});
export type StartedAttempt = v.InferOutput<typeof startedAttempt>;

export const attemptAnswer = v.object({ now: instant, attempt });
export type AttemptAnswer = v.InferOutput<typeof attemptAnswer>;
