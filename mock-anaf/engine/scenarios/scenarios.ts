import { ControlError } from '../settings/control-error.ts';
import type { ActiveScenario, ScenarioSubject } from './active-scenario.ts';
import { isScenarioName, type ScenarioName, type ScenarioPoint, scenarioCatalogue } from './catalogue.ts';
import { hasEffect, scopeProblem } from './scenario-scope.ts';

/** The scenarios that are switched on. Scenarios change the mock's behaviour, for example to simulate an outage. */
export class Scenarios {
  readonly #personas: () => readonly string[];
  #active: { readonly scenario: ActiveScenario; remaining: number }[] = [];

  /** @param personas the names of all people, read at each use */
  constructor(personas: () => readonly string[]) {
    this.#personas = personas;
  }

  /**
   * Switches a scenario on. It takes precedence over those that are already on.
   * @throws ControlError (a TypeError) if the name is not in the catalogue, `times` is not a whole number above 0, or the scenario
   * could never affect a request, because the endpoint or person does not exist or is not known at its point
   */
  add(scenario: ActiveScenario): void {
    if (!isScenarioName(scenario.name)) {
      const known = Object.keys(scenarioCatalogue).join(', ');
      throw new ControlError(`"name" must be a scenario, got "${String(scenario.name)}"; there are: ${known}`);
    }
    const { times } = scenario;
    const problem = scopeProblem(scenario, this.#personas());
    if (problem !== undefined) throw new ControlError(problem);
    if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
      throw new ControlError(`"times" must be a whole number above 0, got ${times}`);
    }
    this.#active.unshift({ scenario: Object.freeze({ ...scenario }), remaining: times ?? Number.POSITIVE_INFINITY });
  }

  /** All active scenarios, in order of precedence. `times` is the number of requests that are left. */
  active(): readonly ActiveScenario[] {
    return this.#active.map(({ scenario, remaining }) =>
      Number.isFinite(remaining) ? { ...scenario, times: remaining } : scenario,
    );
  }

  /** Switches off every scenario, or every one of this name. */
  clear(name?: ScenarioName): void {
    this.#active = name === undefined ? [] : this.#active.filter(({ scenario }) => scenario.name !== name);
  }

  /** Finds the scenario that affects this request, if any, and counts the request against its `times`. */
  take(point: ScenarioPoint, subject: ScenarioSubject): ScenarioName | undefined {
    if (this.#active.length === 0) return undefined;
    const found = this.#active.find(
      ({ scenario }) =>
        scenarioCatalogue[scenario.name].point === point &&
        matchesLimits(scenario, subject) &&
        hasEffect(scenario.name, subject),
    );
    if (!found) return undefined;
    found.remaining -= 1;
    if (found.remaining === 0) this.#active = this.#active.filter((other) => other !== found);
    return found.scenario.name;
  }
}

function matchesLimits(scenario: ActiveScenario, subject: ScenarioSubject): boolean {
  return (['clientId', 'cui', 'endpoint', 'persona'] as const).every(
    (key) => scenario[key] === undefined || scenario[key] === subject[key],
  );
}
