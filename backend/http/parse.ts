import * as v from 'valibot';
import { HttpProblem } from './problem.ts';

/** The body as the schema has it. Throws `malformed-request` that names every field that is wrong. */
export function parseBody<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const errors = result.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message }));
  throw new HttpProblem('malformed-request', { errors });
}

/** For callers in this process: `malformed-request` as a `TypeError` that names what is wrong. */
export async function asArgument<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    const errors = error instanceof HttpProblem ? error.toDetails('').errors : undefined;
    if (!errors) throw error;
    throw new TypeError(errors.map(({ field, message }) => `"${field}": ${message}`).join('; '), { cause: error });
  }
}

/** `Authorization: Bearer …`; undefined without one. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
}
