import * as v from 'valibot';

/**
 * What the mock is given (bodies of the admin port, settings of the library) and what its admin port answers is declared by Valibot
 * schemas. They check values, and both the TypeScript types and the OpenAPI document are made from them.
 */
export type Schema = v.GenericSchema;

/** The type of a value that a schema accepts, for callers: fields with a default may be left out. */
export type InputOf<Of extends Schema> = DeepReadonly<v.InferInput<Of>>;

/** The type of a value that was checked, with its defaults, or of an answer. */
export type OutputOf<Of extends Schema> = DeepReadonly<v.InferOutput<Of>>;

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: DeepReadonly<Value[Name]> }
    : Value;

/** An object with these fields and no others. (Valibot's `strictObject` alone also accepts an array.) */
export function closedObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  const fields = v.strictObject(entries);
  return v.pipe(v.custom<v.InferInput<typeof fields>>(isObject), fields);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds the description that the OpenAPI document shows. */
export function described<const Of extends Schema>(schema: Of, description: string) {
  return v.pipe(schema, v.description<v.InferOutput<Of>, string>(description));
}

/** Gives a schema its name among the components of the OpenAPI document. */
export function titled<const Of extends Schema>(title: string, schema: Of) {
  return v.pipe(schema, v.title<v.InferOutput<Of>, string>(title));
}

/** The same schema for each of these names. */
export function entriesOf<Name extends string, const Of extends Schema>(
  names: readonly Name[],
  schema: Of,
): Readonly<Record<Name, Of>> {
  // One entry for each name, made from the same list.
  return Object.fromEntries(names.map((name) => [name, schema])) as Readonly<Record<Name, Of>>;
}

/** The same fields, of which each may be left out. */
export function optionalEntries<const Entries extends v.ObjectEntries>(entries: Entries) {
  // Each name of `entries` with its own schema.
  return Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [name, v.exactOptional(schema as Schema)]),
  ) as { readonly [Name in keyof Entries]: v.ExactOptionalSchema<Entries[Name] & Schema, undefined> };
}

/** The names of the fields of an object schema; `undefined` for a schema of another kind. */
export function fieldsOf(schema: Schema): readonly string[] | undefined {
  return 'entries' in schema ? Object.keys(Object(schema.entries)) : undefined;
}
