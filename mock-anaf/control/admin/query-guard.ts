import type { Schema } from '../../engine/schema/schema.ts';
import { AdminError } from './admin-error.ts';
import type { Operation } from './description/operation.ts';

/**
 * A parameter that nobody reads would do something else than was meant: all scenarios off in place of one, a count of everything.
 * @throws AdminError if one is not described for this operation, or is there twice
 */
export function refuseUnknownParameters({ method, path, parameters = [] }: Operation, query: URLSearchParams): void {
  const known = parameters.filter(({ in: place }) => place === 'query').flatMap(namesOf);
  for (const name of query.keys()) {
    const shown = name.slice(0, 60);
    if (!known.includes(name)) {
      const there = known.length === 0 ? 'it takes none' : `there are: ${known.join(', ')}`;
      throw new AdminError(400, 'bad-query', `"${shown}" is no parameter of ${method} ${path}; ${there}`);
    }
    if (query.getAll(name).length > 1) throw new AdminError(400, 'bad-query', `"${shown}" can be given once`);
  }
}

/** One that is described as an object stands for its fields. */
function namesOf({ name, schema }: { readonly name: string; readonly schema: Schema }): readonly string[] {
  return 'properties' in schema && schema.properties ? Object.keys(schema.properties) : [name];
}
