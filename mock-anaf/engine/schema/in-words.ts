import type * as v from 'valibot';
import type { Schema } from './schema.ts';

/** The kinds of Valibot schemas that the mock uses for its input. */
type Kind =
  | v.StringSchema<undefined>
  | v.NumberSchema<undefined>
  | v.BooleanSchema<undefined>
  | v.PicklistSchema<readonly (string | number)[], undefined>
  | v.ArraySchema<Schema, undefined>
  | v.StrictObjectSchema<v.ObjectEntries, undefined>
  | v.RecordSchema<v.GenericSchema<string, string>, Schema, undefined>
  | v.UnionSchema<readonly Schema[], undefined>
  | v.NullableSchema<Schema, undefined>
  | v.ExactOptionalSchema<Schema, undefined>;

/** A rule that follows the schema in a pipe, e.g. `minValue`. */
interface Rule {
  readonly kind: string;
  readonly type: string;
  readonly requirement?: unknown;
  /** Says what the rule allows, e.g. `an ISO 8601 instant`. */
  readonly message?: unknown;
}

/** Describes what a schema allows, for error messages with "must be": `a whole number from 0 to 150`, `one of: a, b`. */
export function inWords(schema: Schema): string {
  const rules = rulesOf(schema);
  const message = rules.map((rule) => rule.message).find((one) => typeof one === 'string');
  return message ?? kindInWords(kindOf(schema), rules);
}

/** The schema itself, without the rules and descriptions that `pipe` added to it. */
export function kindOf(schema: Schema): Kind {
  // The last schema of a pipe determines its kind. The cast is checked by the tests of the admin port, which use every schema.
  return itemsOf(schema).findLast(({ kind }) => kind === 'schema') as Kind;
}

function rulesOf(schema: Schema): readonly Rule[] {
  return itemsOf(schema).filter(({ kind }) => kind === 'validation');
}

function itemsOf(item: Rule | Schema): readonly Rule[] {
  if (!('pipe' in item)) return [item];
  // The cast follows the type of `v.pipe`. The first item may be a pipe itself.
  return (item.pipe as readonly (Rule | Schema)[]).flatMap(itemsOf);
}

function kindInWords(schema: Kind, rules: readonly Rule[]): string {
  const ruleOf = (type: string) => rules.find((rule) => rule.type === type)?.requirement;
  switch (schema.type) {
    case 'string': {
      const pattern = ruleOf('regex');
      if (pattern instanceof RegExp) return `text like ${pattern.source}`;
      return ruleOf('min_length') ? 'text, not empty' : 'text';
    }
    case 'number': {
      const isWhole = rules.some(({ type }) => type === 'integer');
      return (isWhole ? 'a whole number' : 'a number') + rangeInWords(ruleOf('min_value'), ruleOf('max_value'));
    }
    case 'boolean':
      return 'true or false';
    case 'picklist':
      return `one of: ${schema.options.join(', ')}`;
    case 'array':
      return `a list${ruleOf('min_length') ? ', not empty,' : ''} of ${inWords(schema.item)}`;
    case 'strict_object':
      return `an object of ${Object.keys(schema.entries).join(', ')}`;
    case 'record':
      return 'an object';
    case 'union':
      return schema.options.map(inWords).join(' or ');
    case 'nullable':
      return `${inWords(schema.wrapped)} or null`;
    case 'exact_optional':
      return inWords(schema.wrapped);
    default:
      return schema satisfies never;
  }
}

function rangeInWords(minimum: unknown, maximum: unknown): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  return minimum === undefined ? '' : `, ${minimum} or more`;
}
