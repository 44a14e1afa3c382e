import type { ActiveScenario, ScenarioSubject } from './active-scenario.ts';
import { type ScenarioName, type ScenarioPoint, scenarioCatalogue, scenarioDescription } from './catalogue.ts';
import { companyEndpoints, documentEndpoints } from './scenario-endpoints.ts';

/** The endpoints that a scenario can be limited to, by its point. Each is the last part of a path. */
const endpointsOf: Readonly<Record<ScenarioPoint, readonly string[]>> = {
  authorize: ['authorize'],
  certificate: ['my.policy'],
  page: [],
  closing: [],
  token: ['token'],
  upload: ['upload', 'uploadb2c'],
  api: [...companyEndpoints, ...documentEndpoints, 'hello'],
};

/** What a scenario can be limited to, in addition to an endpoint. */
type Scope = 'clientId' | 'cui' | 'persona';

/** What is known about a request at each point, so that a scenario can be limited to it. */
const scopesOf: Readonly<Record<ScenarioPoint, readonly Scope[]>> = {
  authorize: ['clientId'],
  certificate: ['clientId', 'persona'],
  page: ['clientId'],
  closing: ['clientId'],
  token: ['clientId', 'persona'],
  upload: ['clientId', 'cui', 'persona'],
  api: ['clientId', 'cui', 'persona'],
};

/** Endpoints at which less is known than at the other endpoints of their point. */
const narrowerScopes: Readonly<Record<string, readonly Scope[]>> = {
  validare: ['clientId', 'persona'],
  transformare: ['clientId', 'persona'],
  signature: ['clientId', 'persona'],
  hello: ['clientId', 'persona'],
};

/** Whether a scenario changes the answer to a request at its point. */
export function hasEffect(name: ScenarioName, { endpoint, unmet = [] }: ScenarioSubject): boolean {
  const needs = scenarioDescription(name).needs ?? [];
  if (needs.some((need) => unmet.includes(need))) return false;
  return endpoint === undefined || endpointsAt(name).includes(endpoint);
}

/** Says why a scenario with these limits could never affect a request; `undefined` if it can. */
export function scopeProblem(scenario: ActiveScenario, personas: readonly string[]): string | undefined {
  const { name, endpoint, persona } = scenario;
  const allowed = endpointsAt(name);
  if (endpoint !== undefined && allowed.length === 0)
    return `"endpoint" cannot be given for ${name}: it affects every page of the login`;
  if (endpoint !== undefined && !allowed.includes(endpoint))
    return `"endpoint" of ${name} must be one of: ${allowed.join(', ')}; got "${endpoint}"`;
  return scopeKeyProblem(scenario) ?? (persona === undefined ? undefined : personaProblem(persona, personas));
}

/** The catalogue as the admin port shows it: each scenario with the limits that it accepts. */
export const describedScenarios = Object.fromEntries(
  (Object.keys(scenarioCatalogue) as ScenarioName[]).map((name) => {
    const { point, sentence, sentenceRo } = scenarioCatalogue[name];
    return [name, { point, sentence, sentenceRo, scopes: scopesOf[point], endpoints: endpointsAt(name) }];
  }),
);

function endpointsAt(name: ScenarioName): readonly string[] {
  return scenarioDescription(name).endpoints ?? endpointsOf[scenarioCatalogue[name].point];
}

function scopeKeyProblem(scenario: ActiveScenario): string | undefined {
  const { name, endpoint } = scenario;
  const known =
    (endpoint === undefined ? undefined : narrowerScopes[endpoint]) ?? scopesOf[scenarioCatalogue[name].point];
  for (const key of ['clientId', 'cui', 'persona'] as const) {
    const value = scenario[key];
    if (value === undefined) continue;
    if (!known.includes(key)) {
      const where = endpoint === undefined ? name : `${name} at ${endpoint}`;
      return `"${key}" cannot be given for ${where}: allowed are ${known.join(', ')}`;
    }
    if (typeof value !== 'string' || value === '') return `"${key}" must be text, not empty`;
    if (key === 'cui' && !/^\d+$/.test(value)) return `"cui" must be digits, without RO; got "${value}"`;
  }
  return undefined;
}

function personaProblem(persona: string, personas: readonly string[]): string | undefined {
  if (personas.includes(persona)) return undefined;
  return `"persona" must be one of ${personas.join(', ')}; got "${persona}"`;
}
