import { type HttpAnswer, json } from '../../../wire/http/answer.ts';

/** The HTTP status of each error code of the admin port. */
export const adminErrorStatuses = {
  unauthorized: 401,
  'foreign-origin': 403,
  'no-route': 404,
  'bad-body': 400,
  'body-too-long': 413,
  'head-too-long': 431,
  'bad-query': 400,
  'bad-value': 400,
  'unknown-persona': 404,
  'unknown-client': 404,
  'unknown-instance': 404,
  'unknown-exchange': 404,
  'nested-instance': 409,
  'too-many-instances': 409,
  'port-busy': 409,
} as const satisfies Readonly<Record<string, number>>;

/** Error code of the admin port. */
export type AdminErrorCode = keyof typeof adminErrorStatuses;

/** The admin port refuses a request. The message says which values are allowed. */
export class AdminError extends Error {
  override readonly name = 'AdminError';
  readonly code: AdminErrorCode;

  constructor(code: AdminErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The HTTP answer for an error: `{ code, message }` with the status of the code. */
export function adminErrorAnswer({ code, message }: AdminError): HttpAnswer {
  const headers = { ...(code === 'unauthorized' && { 'WWW-Authenticate': 'Bearer realm="mock-anaf"' }) };
  return json(adminErrorStatuses[code], { code, message }, `refused: ${code}`, { headers });
}
