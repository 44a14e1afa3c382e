import { type HttpAnswer, json } from '../../wire/http/answer.ts';

/** Each code with its HTTP status. */
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

export type AdminErrorCode = keyof typeof adminErrorStatuses;

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
  const headers = { ...(code === 'unauthorized' && { 'WWW-Authenticate': 'Bearer realm="mock-anaf"' }) };
  return json(status, { code, message }, `refused: ${code}`, { headers });
}
