import { type ProblemCode, type ProblemDetails, problemCodes, problemDetails } from 'spv-authorize/contract';
import * as v from 'valibot';

/**
 * Problem codes that only a host's server receives. They are not in the contract of the element, which would grow by
 * them.
 */
const hostProblemCodes = ['no-right', 'anaf-refused', 'message-unknown', 'quota-exceeded', 'service-missing'] as const;
/** Problem codes that only a monitoring system receives. */
const monitoringProblemCodes = ['metrics-disabled', 'metrics-token-refused'] as const;
type HostProblemCode = (typeof hostProblemCodes)[number];

/** The code of every problem answer of this backend. */
export type AnyProblemCode = ProblemCode | HostProblemCode | (typeof monitoringProblemCodes)[number];

/** Problem details with any code of this backend. */
export const anyProblemDetails = v.object({
  ...problemDetails.entries,
  code: v.picklist([...problemCodes, ...hostProblemCodes, ...monitoringProblemCodes]),
});
type AnyProblemDetails = Omit<ProblemDetails, 'code'> & { readonly code: AnyProblemCode };

/** Status and public text of each code. Private details go to the log. */
const problems = {
  'malformed-request': [400, 'The request is not valid.'],
  'payload-too-large': [413, 'The request is too large.'],
  'session-missing': [401, 'A valid session is required.'],
  'session-expired': [401, 'The session has ended. Ask the host for a new one.'],
  'host-key-refused': [401, 'A valid host key is required.'],
  'origin-refused': [403, 'Requests from this origin are not allowed.'],
  'permission-missing': [403, 'The session does not permit this.'],
  'return-url-refused': [400, 'The return address must be https or loopback, and of the origin of the session.'],
  'company-unknown': [404, 'The company is not known.'],
  'attempt-unknown': [404, 'The company has no such attempt.'],
  'attempt-ended': [409, 'The attempt has ended.'],
  'link-unknown': [404, 'The company has no such link.'],
  'link-ended': [409, 'The link has ended.'],
  'link-limit-reached': [409, 'The company has too many open links. Cancel one first.'],
  'recipient-refused': [409, 'The recipient does not want to be written to.'],
  'not-authorized': [409, 'The company has no active authorization.'],
  'not-exposed': [403, 'This backend does not expose access tokens.'],
  'not-found': [404, 'There is no such path.'],
  'method-not-allowed': [405, 'The path does not support this method.'],
  'rate-limited': [429, 'Too many requests. Try again later.'],
  'anaf-unavailable': [503, 'ANAF does not answer at the moment. Try again later.'],
  'internal-error': [500, 'An internal error occurred.'],
  'no-right': [409, 'ANAF says that the certificate has no right for the company.'],
  'anaf-refused': [422, 'ANAF refused the request.'],
  'message-unknown': [404, 'The company has no such message or upload at ANAF.'],
  'quota-exceeded': [429, "ANAF's limit of calls is reached."],
  'service-missing': [422, 'The application is not registered at ANAF for e-Factura.'],
  'metrics-disabled': [404, 'This backend has no metrics. Configure a metrics token.'],
  'metrics-token-refused': [401, 'A valid metrics token is required.'],
} as const satisfies Record<AnyProblemCode, readonly [number, string]>;

/** The HTTP status of a problem code. */
export function statusOf(code: AnyProblemCode): number {
  return problems[code][0];
}

export interface ProblemOptions {
  readonly detail?: string;
  readonly errors?: ProblemDetails['errors'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/**
 * A problem answer (RFC 9457). Thrown by handlers and middleware; the error handler sends it. `detail` and `errors` are
 * shown to the caller.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: AnyProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #options: ProblemOptions;

  constructor(code: AnyProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? problems[code][1], { cause: options.cause });
    this.code = code;
    this.status = problems[code][0];
    this.headers = options.headers ?? {};
    this.#options = options;
  }

  toDetails(reference: string): AnyProblemDetails {
    const { detail, errors } = this.#options;
    return {
      type: 'about:blank',
      title: problems[this.code][1],
      status: this.status,
      code: this.code,
      ...(detail !== undefined && { detail }),
      ...(errors && { errors }),
      reference,
    };
  }
}

/** The problem for a missing answer of ANAF. `Retry-After` is the pause after which a failed refresh is tried again. */
export function anafUnavailable(cause?: unknown): HttpProblem {
  return new HttpProblem('anaf-unavailable', { headers: { 'Retry-After': '30' }, cause });
}
