import * as v from 'valibot';

/**
 * A Valibot schema. Schemas describe the input of the mock (bodies of the admin port, settings of the library) and the answers of its
 * admin port. They validate values, and both the TypeScript types and the OpenAPI document are derived from them.
 */
export type Schema = v.GenericSchema;

/** The type of a value that a schema accepts. Fields with a default are optional. */
export type InputOf<Of extends Schema> = DeepReadonly<v.InferInput<Of>>;

/** The type of a validated value, with its defaults filled in, or of an answer. */
export type OutputOf<Of extends Schema> = DeepReadonly<v.InferOutput<Of>>;

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: DeepReadonly<Value[Name]> }
    : Value;

/** The schema of an object with these fields and no others. (Valibot's `strictObject` alone would also accept an array.) */
export function closedObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  const fields = v.strictObject(entries);
  return v.pipe(v.custom<v.InferInput<typeof fields>>(isObject), fields);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds a description to a schema, for the OpenAPI document. */
export function described<const Of extends Schema>(schema: Of, description: string) {
  return v.pipe(schema, v.description<v.InferOutput<Of>, string>(description));
}

/** Gives a schema its name among the components of the OpenAPI document. */
export function titled<const Of extends Schema>(title: string, schema: Of) {
  return v.pipe(schema, v.title<v.InferOutput<Of>, string>(title));
}

/** Object entries with the same schema for each name. */
export function entriesOf<Name extends string, const Of extends Schema>(
  names: readonly Name[],
  schema: Of,
): Readonly<Record<Name, Of>> {
  // The cast is safe: the entries are made from the list of names.
  return Object.fromEntries(names.map((name) => [name, schema])) as Readonly<Record<Name, Of>>;
}

/** The same object entries, all of them optional. */
export function optionalEntries<const Entries extends v.ObjectEntries>(entries: Entries) {
  // The cast is safe: each name keeps its own schema.
  return Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [name, v.exactOptional(schema as Schema)]),
  ) as { readonly [Name in keyof Entries]: v.ExactOptionalSchema<Entries[Name] & Schema, undefined> };
}

/** The field names of an object schema; `undefined` for a schema of another kind. */
export function fieldsOf(schema: Schema): readonly string[] | undefined {
  return 'entries' in schema ? Object.keys(Object(schema.entries)) : undefined;
}
