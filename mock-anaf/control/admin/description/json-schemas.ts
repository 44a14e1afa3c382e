import { isDeepStrictEqual } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { Schema } from '../../../engine/schema/schema.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Converts Valibot schemas for an OpenAPI document. Schemas with a title are collected as its components. */
export class JsonSchemas {
  readonly components: Record<string, JsonSchema> = {};

  /** The JSON Schema, in which a schema with a title is a reference to its component. */
  of(schema: Schema): JsonSchema {
    const { $schema: _dialect, ...converted } = toJsonSchema(schema, {
      target: 'draft-2020-12',
      // Of a pipe with several schemas the last one says what is accepted.
      typeMode: 'output',
      // What a check allows stands in the description of its schema.
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

  /** By the keyword it is a list of schemas, a record of schemas, a schema, or no schema at all. */
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
