import { isScenarioName, type ScenarioName, type ScenarioPoint, scenarioCatalogue } from './catalogue.ts';
import { endpointProblem } from './scenario-endpoints.ts';

/** A scenario that is switched on. What is not given matches everything. */
export interface ActiveScenario {
  readonly name: ScenarioName;
  /** For how many matching requests; absent: until it is cleared. */
  readonly times?: number;
  readonly clientId?: string;
  readonly cui?: string;
  /** Last part of the path, e.g. `listaMesajeFactura`, of those that the scenario concerns. */
  readonly endpoint?: string;
  /** Name of the persona whose certificate or token comes. */
  readonly persona?: string;
}

/** Whom a request concerns, as far as it is known. */
export interface ScenarioSubject {
  readonly clientId?: string | undefined;
  readonly cui?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly persona?: string | undefined;
}

export class Scenarios {
  #active: { readonly scenario: ActiveScenario; remaining: number }[] = [];

  /**
   * Switches a scenario on, in front of those that are on already.
   * @throws TypeError if the name is not in the catalogue, `endpoint` is none of the scenario's, or `times` is not a whole number above 0
   */
  add(scenario: ActiveScenario): void {
    if (!isScenarioName(scenario.name)) {
      const known = Object.keys(scenarioCatalogue).join(', ');
      throw new TypeError(`"name" must be a scenario, got "${String(scenario.name)}"; there are: ${known}`);
    }
    const { times } = scenario;
    const wrongEndpoint = endpointProblem(scenario.name, scenario.endpoint);
    if (wrongEndpoint !== undefined) throw new TypeError(wrongEndpoint);
    if (times !== undefined && (!Number.isInteger(times) || times < 1)) {
      throw new TypeError(`"times" must be a whole number above 0, got ${times}`);
    }
    this.#active.unshift({ scenario: Object.freeze({ ...scenario }), remaining: times ?? Number.POSITIVE_INFINITY });
  }

  /** Those that are on, the strongest first, `times` being what is left. */
  active(): readonly ActiveScenario[] {
    return this.#active.map(({ scenario, remaining }) =>
      Number.isFinite(remaining) ? { ...scenario, times: remaining } : scenario,
    );
  }

  clear(name?: ScenarioName): void {
    this.#active = name === undefined ? [] : this.#active.filter(({ scenario }) => scenario.name !== name);
  }

  /** The scenario that takes hold of this request, if any; uses up one of its times. */
  take(point: ScenarioPoint, subject: ScenarioSubject): ScenarioName | undefined {
    if (this.#active.length === 0) return undefined;
    const found = this.#active.find(
      ({ scenario }) => scenarioCatalogue[scenario.name].point === point && concerns(scenario, subject),
    );
    if (!found) return undefined;
    found.remaining -= 1;
    if (found.remaining === 0) this.#active = this.#active.filter((other) => other !== found);
    return found.scenario.name;
  }
}

function concerns(scenario: ActiveScenario, subject: ScenarioSubject): boolean {
  return (['clientId', 'cui', 'endpoint', 'persona'] as const).every(
    (key) => scenario[key] === undefined || scenario[key] === subject[key],
  );
}
