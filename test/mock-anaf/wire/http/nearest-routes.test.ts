import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestRoutes } from 'mock-anaf/internal/wire/http/nearest-routes.ts';

const routes = [
  { method: 'GET', path: '/clock' },
  { method: 'PUT', path: '/clock' },
  { method: 'GET', path: '/journal' },
  { method: 'GET', path: '/journal/count' },
  { method: 'PUT', path: '/personas/{name}' },
  { method: 'GET', path: '/personas/{name}.p12' },
];

describe('nearestRoutes', () => {
  for (const [method, path, nearest] of [
    ['DELETE', '/clock', ['GET /clock', 'PUT /clock']],
    ['POST', '/personas/ana', ['PUT /personas/{name}']],
    ['GET', '/Clock', ['GET /clock', 'PUT /clock']],
    ['GET', '/clok', ['GET /clock', 'PUT /clock']],
    ['GET', '/journal/cuont', ['GET /journal/count']],
    ['GET', '/personas/ana.p21', ['PUT /personas/{name}', 'GET /personas/{name}.p12']],
  ] as const) {
    it(`finds for ${method} ${path}: ${nearest.join(', ')}`, () => {
      assert.deepEqual(nearestRoutes(routes, { method, path }), nearest);
    });
  }

  it('is done soon with the longest path', () => {
    const start = performance.now();

    nearestRoutes(Array(40).fill(routes[5]), { method: 'GET', path: '/x'.repeat(100_000) });

    assert.ok(performance.now() - start < 500);
  });

  it('finds nothing among no routes', () => {
    assert.deepEqual(nearestRoutes([], { method: 'GET', path: '/' }), []);
  });
});
