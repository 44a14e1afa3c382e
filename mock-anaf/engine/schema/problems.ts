import * as v from 'valibot';
import { inWords, kindOf } from './in-words.ts';
import type { OutputOf, Schema } from './schema.ts';

/** The result of `check`: the value with the defaults of its schema, or all problems of a value that does not match. */
export type Checked<Of extends Schema> =
  | { readonly value: OutputOf<Of>; readonly problems?: undefined }
  | { readonly value?: undefined; readonly problems: readonly string[] };

/**
 * Checks a value against a schema. Each problem is one sentence that names the field in quotes, what is allowed and what was given:
 * `"age" must be a whole number from 0 to 150; got 1.5`.
 * @param name prefix for the names of fields, e.g. `limits`; '' for the body of a request
 */
export function check<Of extends Schema>(schema: Of, value: unknown, name = ''): Checked<Of> {
  const result = v.safeParse(schema, value);
  // The cast only adds `readonly`.
  if (result.success) return { value: result.output as OutputOf<Of> };
  const sentences = result.issues.flatMap((issue) => sentencesOf(schema, issue, { name, value }));
  return { problems: [...new Set(sentences)] };
}

/** All problems of a value; an empty list if it matches the schema. A field that is `undefined` counts as absent. @see check */
export function problemsOf(schema: Schema, value: unknown, name = ''): readonly string[] {
  return check(schema, value, name).problems ?? [];
}

interface Place {
  readonly name: string;
  readonly value: unknown;
}

function sentencesOf(root: Schema, issue: v.BaseIssue<unknown>, whole: Place): readonly string[] {
  let schema = root;
  let place = whole;
  for (const { key, value, input } of issue.path ?? []) {
    const container = containerOf(schema);
    // It is not known which schema of a union was intended, so the problem is reported for the value as a whole.
    if (container.type === 'union') break;
    const within = childOf(container, String(key));
    if (!within) return unknownFields(container, input, place.name);
    schema = within;
    place = { name: nameWithin(place.name, key), value };
  }
  return sentenceOf(schema, place);
}

function sentenceOf(schema: Schema, { name, value }: Place): readonly string[] {
  if (value === undefined && kindOf(schema).type === 'exact_optional') return [];
  if (value === undefined) return [`"${name}" is needed: ${inWords(schema)}`];
  const subject = name === '' ? 'the body' : `"${name}"`;
  return [`${subject} must be ${inWords(schema)}${gotInWords(value)}`];
}

/** The schema that contains fields, items or alternatives, without `exactOptional` and `nullable`. */
function containerOf(schema: Schema): ReturnType<typeof kindOf> {
  const kind = kindOf(schema);
  return kind.type === 'exact_optional' || kind.type === 'nullable' ? containerOf(kind.wrapped) : kind;
}

/** The schema of a field or item; `undefined` for a field that the object does not have. */
function childOf(container: ReturnType<typeof kindOf>, key: string): Schema | undefined {
  if (container.type === 'array') return container.item;
  if (container.type === 'record') return container.value;
  if (container.type !== 'strict_object' || !Object.hasOwn(container.entries, key)) return undefined;
  // The cast is safe: the mock has no asynchronous schemas.
  return container.entries[key] as Schema;
}

/** Valibot reports only the first unknown field of an object. */
function unknownFields(container: ReturnType<typeof kindOf>, given: unknown, name: string): readonly string[] {
  const known = container.type === 'strict_object' ? Object.keys(container.entries) : [];
  return Object.keys(Object(given))
    .filter((field) => !known.includes(field))
    .map((field) => `"${nameWithin(name, field)}" is unknown; there are: ${known.join(', ')}`);
}

function nameWithin(name: string, key: unknown): string {
  if (typeof key === 'number') return `${name}[${key}]`;
  return name === '' ? String(key) : `${name}.${key}`;
}

function gotInWords(value: unknown): string {
  if (typeof value === 'object') return '';
  return `; got ${typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value)}`;
}
