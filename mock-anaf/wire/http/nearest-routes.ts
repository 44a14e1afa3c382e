interface MethodAndPath {
  readonly method: string;
  readonly path: string;
}

const maxSuggestions = 3;
const maxPathLength = 200;
/** A route is suggested if its distance exceeds that of the best match by at most this many characters. */
const tolerance = 3;

/**
 * Suggests routes for a request that matched none: those with the same path and another method, and those with a similar path.
 * @returns at most three, nearest first, e.g. `GET /my.policy`
 */
export function nearestRoutes(routes: readonly MethodAndPath[], { method, path }: MethodAndPath): readonly string[] {
  const requested = path.slice(0, maxPathLength).toLowerCase();
  const near = routes
    .map((route) => ({ route, distance: pathDistance(requested, route.path) + (route.method === method ? 0 : 0.5) }))
    .sort((left, right) => left.distance - right.distance);
  const best = near[0]?.distance ?? 0;
  const likely = near.filter(({ distance }) => distance <= best + tolerance).slice(0, maxSuggestions);
  return likely.map(({ route }) => `${route.method} ${route.path}`);
}

/** `{name}` matches any non-empty segment; with an ending such as `.p12`, a segment with any ending. */
function pathDistance(requested: string, path: string): number {
  const segments = requested.split('/');
  const filled = path.split('/').map((segment, index) => {
    const [, ending] = /^\{\w+\}(.*)$/.exec(segment) ?? [];
    if (ending === undefined) return segment;
    const given = segments[index] || segment;
    return ending === '' ? given : given.replace(/\.[^.]*$/, '') + ending;
  });
  return distance(requested, filled.join('/').toLowerCase());
}

/** Levenshtein distance: the number of characters to insert, delete or replace. */
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
