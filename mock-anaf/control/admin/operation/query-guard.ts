import { fieldsOf } from '../../../engine/schema/schema.ts';
import type { Route } from '../../../wire/http/routes.ts';
import { AdminError } from './admin-error.ts';
import type { Operation, Parameter } from './operation.ts';

/**
 * Refuses query parameters that the operation does not have. Ignoring a misspelled one could do something unintended, e.g. switch off
 * all scenarios instead of one.
 * @throws AdminError if a parameter is unknown or is given twice
 */
export function refuseUnknownParameters(
  { method, path, parameters = [] }: Pick<Route, 'method' | 'path'> & Pick<Operation, 'parameters'>,
  query: URLSearchParams,
): void {
  const known = parameters.filter(({ in: place }) => place === 'query').flatMap(namesOf);
  for (const name of query.keys()) {
    const shown = name.slice(0, 60);
    if (!known.includes(name)) {
      const allowed = known.length === 0 ? 'it has none' : `the parameters are: ${known.join(', ')}`;
      throw new AdminError('bad-query', `"${shown}" is not a parameter of ${method} ${path}; ${allowed}`);
    }
    if (query.getAll(name).length > 1) throw new AdminError('bad-query', `"${shown}" can be given only once`);
  }
}

/** A parameter whose schema is an object represents the fields of that object. */
function namesOf({ name, schema }: Parameter): readonly string[] {
  return fieldsOf(schema) ?? [name];
}
