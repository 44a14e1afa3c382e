import type { Answer, HttpAnswer } from '../http/answer.ts';
import type { Route } from '../http/routes.ts';
import type { MockParts } from '../parts.ts';
import { chooseScenario } from '../scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../scenarios/faults.ts';
import { overLimit } from './over-limit.ts';

/** Puts the scenarios of the API in front of a method that asks for no token. `refuse` words a technical error. */
export function publicMethod(
  parts: MockParts,
  handle: Route['handle'],
  refuse: (message: string) => HttpAnswer,
): Route['handle'] {
  return async (request, parameters) => {
    // `/prod/FCTEL/rest/validare/…`
    const endpoint = request.path.split('/')[4];
    const scenario = chooseScenario(parts, 'api', { endpoint });
    const fault = faultAnswer(scenario) ?? ownFault();
    return underScenario(fault ?? (await handle(request, parameters)), scenario, parts.lifetimes);

    function ownFault(): Answer | undefined {
      if (scenario === 'api-limit') return overLimit(parts, 'scenario api-limit');
      if (scenario === 'api-technical-error') return refuse('A aparut o eroare tehnica. Cod: 1814');
      return undefined;
    }
  };
}
