import type { MockParts } from '../../parts.ts';
import type { MockState } from '../state/mock-state.ts';
import { findPerson } from '../state/people.ts';
import { type ScenarioName, type ScenarioPoint, scenarioCatalogue } from './catalogue.ts';
import { hasEffect } from './scenario-scope.ts';
import type { ScenarioSubject } from './scenarios.ts';

/**
 * The scenario that takes hold of a request at a point: one that was switched on, else the one that the person's certificate
 * brings, else that of the application, else what chaos draws.
 */
export function chooseScenario(
  { scenarios, state, chaos }: MockParts,
  point: ScenarioPoint,
  subject: ScenarioSubject,
): ScenarioName | undefined {
  const taken = scenarios.take(point, subject);
  if (taken) return taken;
  // Chaos draws for every request, so that its sequence depends on their number alone.
  const own = [personOf(state, subject.persona), clientOf(state, subject.clientId)].map((one) => one?.scenario);
  const others = [...own.filter((name) => name && scenarioCatalogue[name].point === point), chaos.draw(point)];
  return others.find((name) => name !== undefined && hasEffect(name, subject));
}

/** Scenarios that a certificate can bring: those that take hold where it is known whose it is. */
export function isPersonScenario(name: ScenarioName): boolean {
  const points: readonly ScenarioPoint[] = ['certificate', 'token', 'api', 'upload'];
  return points.includes(scenarioCatalogue[name].point);
}

function personOf(state: MockState, name: string | undefined) {
  return name === undefined ? undefined : findPerson(state, name);
}

function clientOf({ clients }: MockState, clientId: string | undefined) {
  return clientId === undefined ? undefined : clients.find((client) => client.clientId === clientId);
}
