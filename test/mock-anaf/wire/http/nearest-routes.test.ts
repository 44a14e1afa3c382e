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
    it(`the routes nearest to ${method} ${path} are ${nearest.join(', ')}`, () => {
      assert.deepEqual(nearestRoutes(routes, { method, path }), nearest);
    });
  }

  it('only the first 200 characters of a path are compared, so that a long path takes no longer', () => {
    const beginning = `/clock${'x'.repeat(194)}`;
    const nearest = (path: string) => nearestRoutes(routes, { method: 'GET', path });

    assert.deepEqual(nearest(`${beginning}/journal/count`), nearest(beginning));
    assert.notDeepEqual(nearest('/clockxxxxxxxx/journal/count'), nearest('/clockxxxxxxxx'));
  });

  it('an empty route table has no nearest route', () => {
    assert.deepEqual(nearestRoutes([], { method: 'GET', path: '/' }), []);
  });
});
