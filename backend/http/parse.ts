import * as v from 'valibot';
import { HttpProblem } from './problem.ts';

/** The body as the schema has it. Throws `malformed-request` that names every field that is wrong. */
export function parseBody<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const errors = result.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message }));
  throw new HttpProblem('malformed-request', { errors });
}

/** `Authorization: Bearer …`; undefined without one. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
}
