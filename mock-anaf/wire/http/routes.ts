import type { Answer } from './answer.ts';
import type { MockRequest } from './mock-request.ts';
import { nearestRoutes } from './nearest-routes.ts';

/** Answers every request of a door. */
export type Handler = (request: MockRequest) => Answer | Promise<Answer>;

/** One path of a door. `{name}` matches one segment of the path, `{name*}` the rest of it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handle: (request: MockRequest, parameters: Readonly<Record<string, string>>) => Answer | Promise<Answer>;
}

/** The routes of a door, and what answers every other request. */
export interface RouteTable {
  /** Answers requests that match no route. @param expected the nearest routes, e.g. `GET /my.policy` */
  readonly fallback: (request: MockRequest, expected: readonly string[]) => Answer | Promise<Answer>;
  readonly routes: readonly Route[];
}

/** Makes one handler from a table of routes. It looks exact paths up first, then tries patterns in order. */
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
      if (groups) return route.handle(request, decoded(groups));
    }
    return fallback(request, nearestRoutes(routes, request));
  };
}

function isExact({ path }: Route): boolean {
  return !path.includes('{');
}

function decoded(parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    // A stray "%": keep the parameters as they are.
    return parameters;
  }
}

function patternOf(path: string): RegExp {
  const source = path
    .replaceAll(/[.$]/g, '\\$&')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
    .replaceAll(/\{(\w+)\*\}/g, '(?<$1>.+)');
  return new RegExp(`^${source}$`);
}
