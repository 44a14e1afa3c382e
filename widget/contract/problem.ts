import * as v from 'valibot';

/** Error codes of the contract's HTTP face (RFC 9457 `code` member). A closed list. */
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
  /** What to quote to support; the backend's log has the same value. */
  reference: v.optional(v.string()),
  /** For `malformed-request`: what was wrong, one entry a field. */
  errors: v.optional(v.array(v.object({ field: v.string(), message: v.string() }))),
});
export type ProblemDetails = v.InferOutput<typeof problemDetails>;

/** Thrown by every `SpvAdapter` when a call did not succeed. */
export class SpvProblem extends Error {
  override readonly name = 'SpvProblem';
  /** `unreachable`: no answer came. `unreadable`: the answer was not of the contract. Else the backend's own code. */
  readonly code: ProblemCode | 'unreachable' | 'unreadable';
  readonly status: number | undefined;
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
