import type { MockRequest } from '../http/mock-request.ts';
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

interface Kinds {
  readonly string: string;
  readonly number: number;
}

type Fields<Shape extends Readonly<Record<string, keyof Kinds>>> = {
  readonly [Name in keyof Shape]?: Kinds[Shape[Name]];
};

/** The fields of a body, each of its kind. What is not given is absent; what is not in the shape is refused. */
export function readFields<Shape extends Readonly<Record<string, keyof Kinds>>>(
  body: Body,
  shape: Shape,
): Fields<Shape> {
  for (const [name, value] of Object.entries(body)) {
    const kind = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (kind === undefined)
      throw new AdminError(400, 'bad-body', `"${name}" is unknown; there are: ${Object.keys(shape).join(', ')}`);
    if (typeof value !== kind) throw new AdminError(400, 'bad-body', `"${name}" must be a ${kind}`);
  }
  // Every field was checked against its kind just now.
  return { ...body } as Fields<Shape>;
}

export function requiredText(value: string | undefined, name: string): string {
  if (value) return value;
  throw new AdminError(400, 'bad-body', `"${name}" is needed, as text`);
}
