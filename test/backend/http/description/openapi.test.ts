import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { problemCodes } from 'spv-authorize/contract';
import { faces } from 'spv-authorize-backend/internal/http/description/faces.ts';
import { openApiOf } from 'spv-authorize-backend/internal/http/description/openapi.ts';
import { createRoutes, type RouteDependencies } from 'spv-authorize-backend/internal/http/routes.ts';
import { type Description, DescriptionCheck } from '../../../support/description-check.ts';

// Plain data, as the backend sends it.
const description = JSON.parse(JSON.stringify(openApiOf(faces, 'http://localhost:4001'))) as Description;
const check = new DescriptionCheck(description);
const operations = faces.flatMap((face) =>
  Object.entries(face.operations).map(([id, operation]) => ({ id, ...operation })),
);

describe('the OpenAPI document of the backend', () => {
  it('the document is valid OpenAPI 3.1 and has its own version', async () => {
    const { valid, errors } = await new Validator().validate({ ...description });

    assert.ok(valid, JSON.stringify(errors));
    assert.match(description.openapi, /^3\.1\./);
    assert.match(description.info.version, /^\d+\.\d+\.\d+$/);
  });

  it('the document contains exactly the routes of the backend', () => {
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );

    const routes = routesOf(createRoutes(withoutDependencies()).router);

    assert.ok(routes.length > 20, String(routes));
    assert.deepEqual(described.toSorted(), routes.toSorted());
  });

  it('each operation has its own identifier', () => {
    assert.equal(new Set(operations.map(({ id }) => id)).size, operations.length);
  });

  it('every code of the contract is described, except those that say that there is no operation', () => {
    const text = JSON.stringify(description.paths);
    const withoutOperation = ['method-not-allowed'];

    const missing = problemCodes.filter((code) => !text.includes(`\`${code}\``));

    assert.deepEqual(missing.toSorted(), withoutOperation);
  });

  for (const operation of operations) {
    it(`the parameters of ${operation.id} are those of its path, with examples that fit their schemas`, () => {
      const { parameters = [] } = check.operation(operation);
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);

      assert.deepEqual(
        inPath,
        [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      for (const { name, schema, example } of parameters) check.fits(schema, example, name);
    });
  }
});

interface RouterLike {
  readonly stack: readonly {
    readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
    readonly handle: Partial<RouterLike>;
  }[];
}

/** Every method and path that an Express router knows, as OpenAPI writes them. */
function routesOf(router: unknown): string[] {
  // Express's type does not contain the stack.
  return (router as RouterLike).stack.flatMap(({ route, handle }) => {
    if (!route) return handle.stack ? routesOf(handle) : [];
    const methods = Object.keys(route.methods).filter((method) => method !== '_all');
    return methods.map((method) => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
}

/** The routes are only listed, so nothing behind them is needed. */
function withoutDependencies(): RouteDependencies {
  const settings = { allowedOrigins: new Set(), hostKeys: [], apiPerMinute: 1, pagesPerMinute: 1, publicUrl: '' };
  const pageSources = { style: '', script: '', formTargets: [], images: [], isHttps: false };
  const metrics = { countRequests: () => () => {} };
  const help = { pageSources, pagesPerMinute: 1, feedbackPerMinute: 1, application: { name: '', services: [] } };
  return {
    ...settings,
    pageSources,
    help,
    widget: {},
    links: {},
    host: {},
    pages: {},
    metrics,
  } as unknown as RouteDependencies;
}
