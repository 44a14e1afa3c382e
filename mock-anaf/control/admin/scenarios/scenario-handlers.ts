import type { Engine } from '../../../engine/engine.ts';
import { isScenarioName, type ScenarioName, scenarioCatalogue } from '../../../engine/scenarios/catalogue.ts';
import { describedScenarios } from '../../../engine/scenarios/scenario-scope.ts';
import { AdminError } from '../operation/admin-error.ts';
import type { HandlersOf } from '../operation/operation.ts';
import type { scenarioOperations } from './scenario-operations.ts';

/** Handlers that switch scenarios and random transient faults on and off. */
export function scenarioHandlers({
  scenarios,
  chaos,
}: Pick<Engine, 'scenarios' | 'chaos'>): HandlersOf<typeof scenarioOperations> {
  const active = () => ({ active: scenarios.active() });
  const settings = () => ({ chaos: chaos.settings ?? null });
  return {
    readScenarios: () => ({ ...active(), catalogue: describedScenarios }),
    addScenario: ({ body }) => {
      scenarios.add(body);
      return active();
    },
    clearScenarios: ({ request }) => {
      scenarios.clear(scenarioNameIn(request.query));
      return active();
    },
    readChaos: settings,
    startChaos: ({ body }) => {
      chaos.start(body);
      return settings();
    },
    stopChaos: () => {
      chaos.stop();
      return settings();
    },
  };
}

/** The name of the scenario to clear; `undefined`: all scenarios. */
function scenarioNameIn(query: URLSearchParams): ScenarioName | undefined {
  const name = query.get('name');
  if (name === null) return undefined;
  if (isScenarioName(name)) return name;
  throw new AdminError('bad-query', `"name" must be one of: ${Object.keys(scenarioCatalogue).join(', ')}`);
}
