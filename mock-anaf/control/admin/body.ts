import type { MockRequest } from '../../wire/http/mock-request.ts';
import { AdminError } from './admin-error.ts';

export type Body = Readonly<Record<string, unknown>>;

/** The JSON object in the body of a request. */
export function bodyOf({ body, isBodyTooLong }: MockRequest): Body {
  if (isBodyTooLong) throw new AdminError(413, 'body-too-long', 'the body is longer than 64 KB');
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new AdminError(400, 'bad-body', 'the body must be JSON');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw new AdminError(400, 'bad-body', 'the body must be a JSON object');
}
