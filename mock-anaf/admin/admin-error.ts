import { type HttpAnswer, json } from '../http/answer.ts';
import type { MockRequest } from '../http/mock-request.ts';

export type AdminErrorCode =
  | 'no-route'
  | 'unknown-persona'
  | 'unknown-scenario'
  | 'bad-body'
  | 'body-too-long'
  | 'bad-query'
  | 'bad-value'
  | 'foreign-origin';

/** A request to the admin port that cannot be done. The message says what would be right. */
export class AdminError extends Error {
  readonly status: number;
  readonly code: AdminErrorCode;

  constructor(status: number, code: AdminErrorCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function adminError({ status, code, message }: AdminError): HttpAnswer {
  return json(status, { code, message }, `refused: ${code}`);
}

/** A web page that happens to be open on this machine must not steer the mock, nor read it by a name of its own (DNS rebinding). */
export function refuseForeignOrigin({ headers }: MockRequest): void {
  const host = headers.host?.replace(/:\d+$/, '');
  if (host !== undefined && !['127.0.0.1', 'localhost', '[::1]'].includes(host)) {
    throw new AdminError(403, 'foreign-origin', 'the admin port answers to names of this machine only');
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    throw new AdminError(403, 'foreign-origin', 'the admin port answers no page of another origin');
  }
}
