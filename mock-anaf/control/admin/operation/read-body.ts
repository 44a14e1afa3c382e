import { check } from '../../../engine/schema/problems.ts';
import type { OutputOf, Schema } from '../../../engine/schema/schema.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { AdminError } from './admin-error.ts';

/**
 * Reads the JSON object in the body of a request, and fills in the defaults of its schema.
 * @throws AdminError if the body is too long, is not a JSON object or does not match the schema; the message lists every problem
 */
export function readBody<Of extends Schema>(request: MockRequest, schema: Of): OutputOf<Of> {
  const { value, problems } = check(schema, readObject(request));
  if (problems) throw new AdminError('bad-body', problems.join('; '));
  return value;
}

function readObject({ body, isBodyTooLong }: MockRequest): object {
  if (isBodyTooLong) throw new AdminError('body-too-long', 'the body is longer than 64 KB');
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new AdminError('bad-body', 'the body must be JSON');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new AdminError('bad-body', 'the body must be a JSON object');
}
