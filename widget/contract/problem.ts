import * as v from 'valibot';

/** All error codes of the contract over HTTP (the member `code` of RFC 9457 problem details). */
export const problemCodes = [
  'malformed-request',
  'payload-too-large',
  'session-missing',
  'session-expired',
  'host-key-refused',
  'origin-refused',
  'permission-missing',
  'return-url-refused',
  'company-unknown',
  'attempt-unknown',
  'attempt-ended',
  'link-unknown',
  'link-ended',
  'link-limit-reached',
  'recipient-refused',
  'not-authorized',
  'not-exposed',
  'not-found',
  'method-not-allowed',
  'rate-limited',
  'anaf-unavailable',
  'internal-error',
] as const;

export const problemCode = v.picklist(problemCodes);
export type ProblemCode = v.InferOutput<typeof problemCode>;

/** RFC 9457 problem details, media type `application/problem+json`. */
export const problemDetails = v.object({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  code: problemCode,
  detail: v.optional(v.string()),
  /** A short text to quote to support; the backend writes the same one to its log. */
  reference: v.optional(v.string()),
  /** For `malformed-request`: one entry for each invalid field. */
  errors: v.optional(v.array(v.object({ field: v.string(), message: v.string() }))),
});
export type ProblemDetails = v.InferOutput<typeof problemDetails>;

/** The error with which every `SpvAdapter` rejects when a call does not succeed. */
export class SpvProblem extends Error {
  override readonly name = 'SpvProblem';
  /** `unreachable`: no answer. `unreadable`: the answer does not match the contract. Otherwise the code of the backend. */
  readonly code: ProblemCode | 'unreachable' | 'unreadable';
  /** HTTP status, if there was an answer. */
  readonly status: number | undefined;
  /** From the header `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;
  readonly reference: string | undefined;

  constructor(
    code: SpvProblem['code'],
    message: string,
    options: { cause?: unknown; status?: number; retryAfterSeconds?: number; reference?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.status = options.status;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.reference = options.reference;
  }
}
