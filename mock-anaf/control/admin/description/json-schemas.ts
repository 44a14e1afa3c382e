import { isDeepStrictEqual } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { Schema } from '../../../engine/schema/schema.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Converts Valibot schemas for an OpenAPI document. Schemas with a title are collected as its components. */
export class JsonSchemas {
  readonly components: Record<string, JsonSchema> = {};

  /** Converts a schema to JSON Schema. A schema with a title becomes a reference to its component. */
  of(schema: Schema): JsonSchema {
    const { $schema: _dialect, ...converted } = toJsonSchema(schema, {
      target: 'draft-2020-12',
      // In a pipe with several schemas, the last one describes what is accepted.
      typeMode: 'output',
      // The description of the schema says what a check allows.
      ignoreActions: ['check', 'transform'],
    });
    return this.#named(converted);
  }

  #named(schema: JsonSchema): JsonSchema {
    const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, this.#inside(key, value)]));
    if (typeof schema.title !== 'string') return inside;
    const known = this.components[schema.title];
    if (known && !isDeepStrictEqual(known, inside)) throw new Error(`two schemas have the title "${schema.title}"`);
    this.components[schema.title] = inside;
    return { $ref: `#/components/schemas/${schema.title}` };
  }

  /** Converts the value of a keyword, which is a list of schemas, a record of schemas, a schema, or another value. */
  #inside(keyword: string, value: unknown): unknown {
    if (keyword === 'anyOf') return (value as readonly JsonSchema[]).map((one) => this.#named(one));
    if (keyword === 'properties') {
      const properties = Object.entries(value as Readonly<Record<string, JsonSchema>>);
      return Object.fromEntries(properties.map(([name, one]) => [name, this.#named(one)]));
    }
    const isSchema = (keyword === 'items' || keyword === 'additionalProperties') && typeof value === 'object';
    return isSchema ? this.#named(value as JsonSchema) : value;
  }
}
