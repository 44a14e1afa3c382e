interface MethodAndPath {
  readonly method: string;
  readonly path: string;
}

const shown = 3;
const longestPath = 200;
/** How many more characters than the best match a route may differ by. */
const tolerance = 3;

/** The routes that a request without a route may have meant, as `METHOD /path`: other methods of its path, and similar paths. */
export function nearestRoutes(routes: readonly MethodAndPath[], { method, path }: MethodAndPath): readonly string[] {
  const asked = path.slice(0, longestPath).toLowerCase();
  const near = routes
    .map((route) => ({ route, distance: pathDistance(asked, route.path) + (route.method === method ? 0 : 0.5) }))
    .sort((left, right) => left.distance - right.distance);
  const best = near[0]?.distance ?? 0;
  const likely = near.filter(({ distance }) => distance <= best + tolerance).slice(0, shown);
  return likely.map(({ route }) => `${route.method} ${route.path}`);
}

/** `{name}` matches any non-empty segment; with an ending such as `.p12`, a segment with any ending. */
function pathDistance(asked: string, path: string): number {
  const segments = asked.split('/');
  const filled = path.split('/').map((segment, index) => {
    const [, ending] = /^\{\w+\}(.*)$/.exec(segment) ?? [];
    if (ending === undefined) return segment;
    const given = segments[index] || segment;
    return ending === '' ? given : given.replace(/\.[^.]*$/, '') + ending;
  });
  return distance(asked, filled.join('/').toLowerCase());
}

/** Levenshtein distance: characters to insert, delete or replace. */
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
