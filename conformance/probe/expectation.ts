import { problemDetails } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { Answer } from './answer.ts';

/** The backend does not do what a check expects. The message says what it did instead. */
export class NotMetError extends Error {
  override readonly name = 'NotMetError';
}

/** A check cannot be carried out. The message says what it would need. */
export class NotCheckedError extends Error {
  override readonly name = 'NotCheckedError';
}

/** Throws `NotMetError` unless the condition is true. `observed` says what the backend did instead. */
export function expect(condition: boolean, observed: string): asserts condition {
  if (!condition) throw new NotMetError(observed);
}

/** The body of an answer with this status, in the type of the schema. */
export function expectBody<Schema extends v.GenericSchema>(
  answer: Answer,
  status: number,
  schema: Schema,
): v.InferOutput<Schema> {
  expectStatus(answer, [status]);
  const result = v.safeParse(schema, jsonOf(answer));
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `"${v.getDotPath(issue) ?? ''}": ${issue.message}`);
  throw new NotMetError(`the answer of ${answer.request} does not match the schema: ${issues.join('; ')}`);
}

/** A problem answer (RFC 9457) with this status and one of these codes. */
export function expectProblem(answer: Answer, status: number, codes: readonly string[]): void {
  const problem = expectBody(answer, status, problemDetails);
  const type = answer.headers.get('content-type') ?? 'none';
  expect(
    type.startsWith('application/problem+json'),
    `${answer.request} answered a problem with the media type ${type}`,
  );
  expect(problem.status === status, `${answer.request} answered HTTP ${status} with "status": ${problem.status}`);
  expect(
    codes.includes(problem.code),
    `${answer.request} answered the code "${problem.code}", not ${codes.join(' or ')}`,
  );
}

export function expectStatus(answer: Answer, statuses: readonly number[]): void {
  const expected = statuses.join(' or ');
  expect(statuses.includes(answer.status), `${answer.request} answered HTTP ${answer.status}, not ${expected}`);
}

function jsonOf({ body, request }: Answer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new NotMetError(`the answer of ${request} is not JSON`);
  }
}
