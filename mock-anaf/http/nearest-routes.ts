import type { MockRequest } from './mock-request.ts';
import type { Route } from './routes.ts';

const shown = 3;
const longestPath = 200;

/**
 * What a request that met no route may have meant, as `METHOD /path`: the other methods of its path if there are any, else the
 * paths that are most like it.
 */
export function nearestRoutes(
  routes: readonly Pick<Route, 'method' | 'path'>[],
  { method, path }: Pick<MockRequest, 'method' | 'path'>,
): readonly string[] {
  const asked = path.slice(0, longestPath).toLowerCase();
  const near = routes
    .map((route) => ({ route, distance: pathDistance(asked, route.path) + (route.method === method ? 0 : 0.5) }))
    .sort((left, right) => left.distance - right.distance);
  const samePath = near.filter(({ distance }) => distance < 1);
  return (samePath.length > 0 ? samePath : near).slice(0, shown).map(({ route }) => `${route.method} ${route.path}`);
}

/** A segment such as `{name}` is like any other that is not empty. */
function pathDistance(asked: string, path: string): number {
  const segments = asked.split('/');
  const filled = path.split('/').map((segment, index) => (isParameter(segment) ? segments[index] || segment : segment));
  return distance(asked, filled.join('/').toLowerCase());
}

function isParameter(segment: string): boolean {
  return /^\{\w+\}$/.test(segment);
}

/** How many characters must be put in, taken out or changed (Levenshtein). */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...left].entries()) {
    const next = [at + 1];
    for (const [index, other] of [...right].entries()) {
      const changed = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
