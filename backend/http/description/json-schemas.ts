import { type ConversionConfig, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

const config: ConversionConfig = {
  target: 'draft-2020-12',
  // JSON Schema cannot express what these checks allow; their messages say it.
  ignoreActions: ['check'],
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
};

/** Schemas that an OpenAPI document names, and refers to wherever they are used. */
export class JsonSchemas {
  readonly components: Readonly<Record<string, object>>;
  readonly #definitions: Readonly<Record<string, GenericSchema>>;

  constructor(definitions: Readonly<Record<string, GenericSchema>>) {
    this.#definitions = definitions;
    this.components = toJsonSchemaDefs(definitions, config);
  }

  /** Converts a schema; one that is named becomes a reference. */
  of(schema: GenericSchema): object {
    const {
      $schema: _dialect,
      $defs: _components,
      ...converted
    } = toJsonSchema(schema, {
      ...config,
      definitions: this.#definitions,
    });
    return converted;
  }
}
