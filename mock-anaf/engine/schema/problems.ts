import type { Schema } from './schema.ts';

/**
 * Everything in which a value does not fit its schema, one sentence each, with the name in quotes and what is allowed.
 * @param name of the value itself; '' for a body, whose fields then stand by their own names
 */
export function problemsOf(schema: Schema, value: unknown, name = ''): readonly string[] {
  const isKind = hasKind(schema, value);
  if (isKind && 'type' in schema && schema.type === 'array' && Array.isArray(value)) {
    return value.flatMap((item, index) => problemsOf(schema.items, item, `${name}[${index}]`));
  }
  if (isKind && 'type' in schema && schema.type === 'object') return fieldProblems(schema, value, name);
  if (isKind) return [];
  const subject = name === '' ? 'the body' : `"${name}"`;
  return [`${subject} must be ${inWords(schema)}${gotInWords(value)}`];
}

type ObjectSchema = Extract<Schema, { readonly type: 'object' }>;

function fieldProblems(schema: ObjectSchema, value: unknown, name: string): readonly string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  // `hasKind` found it to be an object.
  const given = value as Readonly<Record<string, unknown>>;
  const pathOf = (field: string) => (name === '' ? field : `${name}.${field}`);
  const missing = required.filter((field) => given[field] === undefined);
  return [
    ...missing.map((field) => `"${pathOf(field)}" is needed: ${inWords(properties[field] ?? { type: 'object' })}`),
    ...Object.entries(given).flatMap(([field, item]) => {
      const known = Object.hasOwn(properties, field) ? properties[field] : additionalProperties;
      if (known) return item === undefined ? [] : problemsOf(known, item, pathOf(field));
      if (known === undefined) return [];
      return [`"${pathOf(field)}" is unknown; there are: ${Object.keys(properties).join(', ')}`];
    }),
  ];
}

/** Whether the value itself fits; what lies in a list or an object is looked at apart. */
function hasKind(schema: Schema, value: unknown): boolean {
  if ('anyOf' in schema) return schema.anyOf.some((option) => problemsOf(option, value).length === 0);
  if ('enum' in schema) return schema.enum.some((allowed) => allowed === value);
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' && isText(schema, value);
    case 'number':
    case 'integer':
      return isInRange(schema, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value) && value.length >= (schema.minItems ?? 0);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return schema satisfies never;
  }
}

type TextSchema = Extract<Schema, { readonly type: 'string' }>;

function isText({ minLength = 0, pattern }: TextSchema, value: string): boolean {
  return value.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(value));
}

type NumberSchema = Extract<Schema, { readonly type: 'number' | 'integer' }>;

function isInRange({ type, minimum, maximum }: NumberSchema, value: unknown): boolean {
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (type === 'integer' && !Number.isInteger(value)) return false;
  return value >= (minimum ?? Number.NEGATIVE_INFINITY) && value <= (maximum ?? Number.POSITIVE_INFINITY);
}

function inWords(schema: Schema): string {
  if ('anyOf' in schema) return schema.anyOf.map(inWords).join(' or ');
  if ('enum' in schema) return `one of: ${schema.enum.join(', ')}`;
  switch (schema.type) {
    case 'string':
      if (schema.pattern) return `text like ${schema.pattern}`;
      return schema.minLength ? 'text, not empty' : 'text';
    case 'number':
    case 'integer':
      return (schema.type === 'integer' ? 'a whole number' : 'a number') + rangeInWords(schema);
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return `a list${schema.minItems ? `, not empty,` : ''} of ${inWords(schema.items)}`;
    case 'object':
      return `an object${schema.properties ? ` of ${Object.keys(schema.properties).join(', ')}` : ''}`;
    default:
      return schema satisfies never;
  }
}

function rangeInWords({ minimum, maximum }: NumberSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  return minimum === undefined ? '' : `, ${minimum} or more`;
}

function gotInWords(value: unknown): string {
  if (typeof value === 'object') return '';
  return `; got ${typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value)}`;
}
