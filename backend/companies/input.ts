import { companyId, shownText } from 'spv-authorize/contract';
import * as v from 'valibot';

/**
 * Input that does not match its schema, with every wrong field. A `TypeError`, because the caller's program has to be
 * corrected; over HTTP it becomes the problem `malformed-request`.
 */
export class InvalidInputError extends TypeError {
  override readonly name = 'InvalidInputError';
  readonly fields: readonly { readonly field: string; readonly message: string }[];

  constructor(fields: InvalidInputError['fields']) {
    super(fields.map(({ field, message }) => `"${field}": ${message}`).join('; '));
    this.fields = fields;
  }
}

/** Returns the input in the schema's type. Throws `InvalidInputError`. */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new InvalidInputError(result.issues.map(toField));
}

const maxFieldLength = 60;

function toField(issue: v.BaseIssue<unknown>): InvalidInputError['fields'][number] {
  // The name of an unknown field comes from the caller, and may be anything.
  const field = (v.getDotPath(issue) ?? '').slice(0, maxFieldLength);
  if (issue.type === 'strict_object' && issue.expected === 'never') return { field, message: 'there is no such field' };
  if (field !== '' && issue.received === 'undefined') return { field, message: 'is missing' };
  return { field, message: issue.message };
}

/**
 * PostgreSQL's `text` stores every text except one with a NUL, and would store half of a surrogate pair as another
 * character.
 */
export const storable = v.check(
  (text: string) => !text.includes('\0') && text.isWellFormed(),
  'must not contain a NUL or half of a surrogate pair',
);

/** The host's id of a company. */
export const storedCompanyId = v.pipe(companyId, storable);

/** A name that is shown to people. */
export const storedText = v.pipe(shownText, storable);
