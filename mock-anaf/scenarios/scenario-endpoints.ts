import { type ScenarioName, type ScenarioPoint, scenarioCatalogue } from './catalogue.ts';

/** The endpoints that a scenario can be limited to, by the point where it takes hold: the last part of their paths. */
const endpointsOf = {
  authorize: ['authorize'],
  certificate: ['my.policy'],
  page: [],
  closing: [],
  token: ['token'],
  upload: ['upload', 'uploadb2c'],
  api: [
    ...['upload', 'uploadb2c', 'stareMesaj', 'listaMesajeFactura', 'listaMesajePaginatieFactura', 'descarcare'],
    ...['validare', 'transformare', 'hello'],
  ],
} as const satisfies Record<ScenarioPoint, readonly string[]>;

/** What is wrong with an endpoint given for a scenario; `undefined` if nothing is. */
export function endpointProblem(name: ScenarioName, endpoint: string | undefined): string | undefined {
  const known: readonly string[] = endpointsOf[scenarioCatalogue[name].point];
  if (endpoint === undefined || known.includes(endpoint)) return undefined;
  if (known.length === 0) return `"endpoint" cannot be given for ${name}: it takes hold of every page of the login`;
  return `"endpoint" of ${name} must be one of: ${known.join(', ')}; got "${endpoint}"`;
}
