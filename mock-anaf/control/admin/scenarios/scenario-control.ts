import { isScenarioName, type ScenarioName, scenarioCatalogue } from '../../../engine/scenarios/catalogue.ts';
import { AdminError } from '../admin-error.ts';

/** `null`: all of them. */
export function readScenarioName(name: string | null): ScenarioName | undefined {
  if (name === null) return undefined;
  if (isScenarioName(name)) return name;
  throw new AdminError(400, 'bad-query', `"name" must be one of: ${Object.keys(scenarioCatalogue).join(', ')}`);
}
