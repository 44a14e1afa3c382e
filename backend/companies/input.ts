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
  throw new InvalidInputError(
    result.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message })),
  );
}

/** PostgreSQL's `text` can store every character except NUL. */
export const withoutNul = v.check((text: string) => !text.includes('\0'), 'must not contain a NUL character');

/** The host's id of a company. */
export const storedCompanyId = v.pipe(companyId, withoutNul);

/** A name that is shown to people. */
export const storedText = v.pipe(shownText, withoutNul);
