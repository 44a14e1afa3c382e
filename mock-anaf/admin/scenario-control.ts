import { isScenarioName, type ScenarioName, scenarioCatalogue } from '../scenarios/catalogue.ts';
import type { ActiveScenario } from '../scenarios/scenarios.ts';
import { AdminError } from './admin-error.ts';
import { type Body, readFields } from './body.ts';

export function readScenario(body: Body): ActiveScenario {
  const { name, ...others } = body;
  const fields = readFields(others, { times: 'number', clientId: 'string', cui: 'string', persona: 'string' });
  const { times } = fields;
  if (times !== undefined && !(Number.isInteger(times) && times > 0)) {
    throw new AdminError(400, 'bad-body', '"times" must be a whole number above 0');
  }
  return { name: knownName(name), ...fields };
}

/** `null`: all of them. */
export function readScenarioName(name: string | null): ScenarioName | undefined {
  return name === null ? undefined : knownName(name);
}

function knownName(name: unknown): ScenarioName {
  if (typeof name === 'string' && isScenarioName(name)) return name;
  const known = Object.keys(scenarioCatalogue).join(', ');
  throw new AdminError(400, 'unknown-scenario', `"name" must be one of: ${known}`);
}
