import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Media {
  readonly schema?: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** Which operation of a document is meant. */
interface DescribedRoute {
  readonly method: string;
  readonly path: string;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; schema: object; example?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
}

export interface Description {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Checks values against the schemas of an OpenAPI document, and also refuses fields that are not described. */
export class DescriptionCheck {
  readonly #description: Description;
  readonly #ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false, allErrors: true });

  constructor(description: Description) {
    this.#description = description;
    // Each schema is checked together with the components that it refers to.
    this.#ajv.addKeyword('components');
  }

  operation({ method, path }: DescribedRoute): DescribedOperation {
    const found = this.#description.paths[path]?.[method.toLowerCase()];
    assert.ok(found, `${method} ${path} is described`);
    return found;
  }

  /** Fails unless `value` matches the schema. */
  fits(schema: object | undefined, value: unknown, what: string): void {
    assert.ok(schema, `${what} has a schema`);
    const { components } = this.#description;
    const isValid = this.#ajv.validate(closed({ ...schema, components }), value);
    assert.ok(isValid, `${what}: ${this.#ajv.errorsText()} in ${JSON.stringify(value)?.slice(0, 500)}`);
  }

  /** Fails unless the operation describes an answer with this status, media type and body. */
  async isDescribed(operation: DescribedRoute, response: Response): Promise<unknown> {
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    const what = `${operation.method} ${operation.path} with ${response.status} ${type}`;
    const described = this.operation(operation).responses[response.status];
    assert.ok(described, `${what} is described`);
    if (!described.content) {
      assert.equal(await response.text(), '', `${what} has no body`);
      return undefined;
    }
    const media = described.content[type];
    assert.ok(media, `${what} is described`);
    if (!/^application\/(.+\+)?json$/.test(type)) {
      // A stream does not end on its own.
      await response.body?.cancel();
      return undefined;
    }
    const body: unknown = await response.json();
    this.fits(media.schema, body, what);
    return body;
  }
}

/** A copy of a schema in which objects may only have the described properties. */
function closed(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (_key, value) => {
    const isOpen = value?.type === 'object' && value.properties && value.additionalProperties === undefined;
    return isOpen ? { ...value, additionalProperties: false } : value;
  });
}
