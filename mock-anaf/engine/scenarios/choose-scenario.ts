import type { ScenarioSubject } from './active-scenario.ts';
import { type ScenarioName, type ScenarioPoint, scenarioCatalogue } from './catalogue.ts';
import type { Chaos } from './chaos.ts';
import { hasEffect } from './scenario-scope.ts';
import type { Scenarios } from './scenarios.ts';

/** Where a scenario can come from. */
export interface ScenarioSources {
  readonly scenarios: Scenarios;
  readonly chaos: Chaos;
  /** People and applications, some of which have a scenario of their own. */
  readonly state: {
    readonly people: readonly { readonly name: string; readonly scenario?: ScenarioName }[];
    readonly clients: readonly { readonly clientId: string; readonly scenario?: ScenarioName }[];
  };
}

/**
 * The scenario that affects a request at a point: one that is switched on, else that of the person's certificate, else that of the
 * application, else what chaos draws.
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

/** Whether a persona's certificate can have this scenario: its point must know whose certificate it is. */
export function isPersonScenario(name: ScenarioName): boolean {
  const points: readonly ScenarioPoint[] = ['certificate', 'token', 'api', 'upload'];
  return points.includes(scenarioCatalogue[name].point);
}
