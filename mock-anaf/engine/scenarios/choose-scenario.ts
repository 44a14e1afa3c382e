import type { ScenarioSubject } from './active-scenario.ts';
import { type ScenarioName, type ScenarioPoint, scenarioCatalogue } from './catalogue.ts';
import type { Chaos } from './chaos.ts';
import { hasEffect } from './scenario-scope.ts';
import type { Scenarios } from './scenarios.ts';

/** Where a scenario can come from. */
export interface ScenarioSources {
  readonly scenarios: Scenarios;
  readonly chaos: Chaos;
  /** People and applications. Each can have a scenario that always applies to it. */
  readonly state: {
    readonly people: readonly { readonly name: string; readonly scenario?: ScenarioName }[];
    readonly clients: readonly { readonly clientId: string; readonly scenario?: ScenarioName }[];
  };
}

/**
 * Chooses the scenario that affects a request at a point: one that is switched on, else the one of the person's certificate, else the
 * one of the application, else a random fault of chaos.
 */
export function chooseScenario(
  { scenarios, state, chaos }: ScenarioSources,
  point: ScenarioPoint,
  subject: ScenarioSubject,
): ScenarioName | undefined {
  const taken = scenarios.take(point, subject);
  if (taken) return taken;
  // Chaos draws for every request, so that its sequence depends only on the number of requests.
  const own = [
    state.people.find(({ name }) => name === subject.persona)?.scenario,
    state.clients.find(({ clientId }) => clientId === subject.clientId)?.scenario,
  ];
  const others = [...own.filter((name) => name && scenarioCatalogue[name].point === point), chaos.draw(point)];
  return others.find((name) => name !== undefined && hasEffect(name, subject));
}

/** Whether this scenario can be attached to a person's certificate. It can if the certificate is known at its point. */
export function isPersonScenario(name: ScenarioName): boolean {
  const points: readonly ScenarioPoint[] = ['certificate', 'token', 'api', 'upload'];
  return points.includes(scenarioCatalogue[name].point);
}
