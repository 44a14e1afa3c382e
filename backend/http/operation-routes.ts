import express, { type RequestHandler, Router } from 'express';
import { type Content, formMediaType, type Operation, type Operations } from './description/operation.ts';
import { HttpProblem } from './middleware/problem.ts';

/** A handler for each operation of a table. */
export type HandlersOf<Of extends Operations> = Readonly<Record<keyof Of, RequestHandler>>;

/** Larger than any valid JSON. */
const maxJsonSize = '16kb';
/** Larger than any valid form. */
const maxFormSize = '16kb';
/** Above ANAF's limit of 10 MB, so that ANAF's own words reach the caller. */
const maxDocumentSize = '11mb';

/** Routes every operation of a table to its handler. Other methods of a path get `method-not-allowed`. */
export function operationRoutes<const Of extends Operations>(operations: Of, handlers: HandlersOf<Of>): Router {
  const router = Router();
  const byPath = Map.groupBy(Object.keys(operations), (id) => operationOf(operations, id).path);
  for (const [path, ids] of byPath) {
    const route = router.route(expressPath(path));
    for (const id of ids) {
      const { method, body } = operationOf(operations, id);
      route[method](...(body ? [bodyParser(body)] : []), handlers[id as keyof Of]);
    }
    const allowed = ids.map((id) => operationOf(operations, id).method.toUpperCase()).join(', ');
    route.all(() => {
      throw new HttpProblem('method-not-allowed', { headers: { Allow: allowed } });
    });
  }
  return router;
}

function operationOf(operations: Operations, id: string): Operation {
  const operation = operations[id];
  if (!operation) throw new TypeError(`"${id}" is not an operation`);
  return operation;
}

function bodyParser(body: Content): RequestHandler {
  if ('schema' in body) return express.json({ limit: maxJsonSize });
  if (body.mediaType === formMediaType) return express.urlencoded({ extended: false, limit: maxFormSize });
  return express.raw({ limit: maxDocumentSize, type: () => true });
}

/** The templates of Express for the paths of tables of operations, with the paths as OpenAPI writes them. */
export function routeNames(tables: readonly Operations[]): ReadonlyMap<string, string> {
  const paths = tables.flatMap((table) => Object.values(table).map(({ path }) => path));
  return new Map(paths.map((path) => [expressPath(path), path]));
}

/** `/v1/attempts/:id` of `/v1/attempts/{id}`. */
function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
