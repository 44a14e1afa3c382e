import * as v from 'valibot';
import { diagnosis } from './diagnosis.ts';
import { evidence, failureCode } from './failure.ts';
import { absoluteUrl, instant } from './primitives.ts';

/** How the person goes to ANAF: `window`, a popup beside the page; `redirect`, the page's own tab, which comes back. */
export const attemptMode = v.picklist(['window', 'redirect']);
export type AttemptMode = v.InferOutput<typeof attemptMode>;

/** The body of `POST /v1/attempts`. */
export const startAttemptRequest = v.variant('mode', [
  v.object({ mode: v.literal('window') }),
  v.object({
    mode: v.literal('redirect'),
    /** The address to which the result page returns. Must be https or loopback, and have the origin of the session. */
    returnUrl: absoluteUrl,
  }),
]);
export type StartAttemptRequest = v.InferOutput<typeof startAttemptRequest>;

/** A failure as the backend reports it. The page refines the diagnosis with the person's answers. */
export const failure = v.object({
  code: failureCode,
  /** Whether trying again can help without changing anything first. */
  retryable: v.boolean(),
  diagnosis,
  evidence,
  /** A text of four to eight characters for support; the backend writes the same one to its log. */
  reference: v.optional(v.string()),
});
export type Failure = v.InferOutput<typeof failure>;

const runningStates = ['created', 'shown', 'at-anaf', 'verifying'] as const;
/** All states of an attempt. */
export const attemptStates = [...runningStates, 'succeeded', 'failed', 'lapsed'] as const;

const attemptFields = { attemptId: v.string(), expiresAt: instant };

/**
 * One attempt to authorize: created → shown → at-anaf → verifying → succeeded | failed; any of the first four → lapsed after
 * 15 minutes. A failed attempt may be opened again until it lapses, and can still succeed.
 */
export const attempt = v.variant('state', [
  v.object({ ...attemptFields, state: v.picklist(runningStates) }),
  v.object({ ...attemptFields, state: v.literal('succeeded') }),
  v.object({ ...attemptFields, state: v.literal('failed'), failure }),
  v.object({ ...attemptFields, state: v.literal('lapsed') }),
]);
export type Attempt = v.InferOutput<typeof attempt>;
export type AttemptState = Attempt['state'];

/** The answer of `POST /v1/attempts`. */
export const startedAttempt = v.object({
  now: instant,
  attempt,
  /**
   * The address that the person opens. A secret until the attempt ends: returned once, never stored or logged. A plain
   * navigation must show who asks and for which company. Only a form (`POST`) with the `Origin` of the attempt's page may
   * lead to ANAF at once.
   */
  authorizeUrl: absoluteUrl,
});
export type StartedAttempt = v.InferOutput<typeof startedAttempt>;

/** The answer of `GET /v1/attempts/{id}`. `now` is the backend's clock. */
export const attemptAnswer = v.object({ now: instant, attempt });
export type AttemptAnswer = v.InferOutput<typeof attemptAnswer>;
