import type { Answer } from './answer.ts';
import type { MockRequest } from './mock-request.ts';

export type Handler = (request: MockRequest) => Answer | Promise<Answer>;

/** One path of a door. `{name}` stands for one segment of the path, `{name*}` for all that is left of it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: (request: MockRequest, parameters: Readonly<Record<string, string>>) => Answer | Promise<Answer>;
}

export interface RouteTable {
  /** What answers a path that no route has. */
  readonly fallback: Handler;
  readonly routes: readonly Route[];
}

/** Makes one handler of a table: exact paths by a look-up, paths with `{name}` one after the other. */
export function dispatcher({ routes, fallback }: RouteTable): Handler {
  const exact = new Map(routes.filter(isExact).map((route) => [`${route.method} ${route.path}`, route]));
  const patterns = routes
    .filter((route) => !isExact(route))
    .map((route) => ({ route, pattern: patternOf(route.path) }));

  return (request) => {
    const found = exact.get(`${request.method} ${request.path}`);
    if (found) return found.handle(request, {});
    for (const { route, pattern } of patterns) {
      const groups = route.method === request.method ? pattern.exec(request.path)?.groups : undefined;
      if (groups) return route.handle(request, groups);
    }
    return fallback(request);
  };
}

function isExact({ path }: Route): boolean {
  return !path.includes('{');
}

function patternOf(path: string): RegExp {
  const source = path
    .replaceAll(/[.$]/g, '\\$&')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    .replaceAll(/\{(\w+)\*\}/g, '(?<$1>.+)');
  return new RegExp(`^${source}$`);
}
