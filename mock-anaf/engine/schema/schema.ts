interface Notes {
  /** Schemas with a title stand under that name in the components of the OpenAPI description. */
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
}

interface TextSchema extends Notes {
  readonly type: 'string';
  readonly minLength?: number;
  /** A regular expression that is found in the text. */
  readonly pattern?: string;
  readonly format?: string;
}

interface NumberSchema extends Notes {
  readonly type: 'number' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
}

interface PlainSchema extends Notes {
  readonly type: 'boolean' | 'null';
}

interface ChoiceSchema extends Notes {
  readonly enum: readonly (string | number | boolean)[];
}

interface ListSchema extends Notes {
  readonly type: 'array';
  readonly items: Schema;
  readonly minItems?: number;
}

interface ObjectSchema extends Notes {
  readonly type: 'object';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** `false`: nothing but the properties. A schema: any other name, with such a value. Absent: more may come. */
  readonly additionalProperties?: Schema | false;
}

interface AnyOfSchema extends Notes {
  readonly anyOf: readonly Schema[];
}

/** The part of JSON Schema (2020-12) in which the mock describes, and by which it reads, what it is given. */
export type Schema = TextSchema | NumberSchema | PlainSchema | ChoiceSchema | ListSchema | ObjectSchema | AnyOfSchema;
