import { isScenarioName, type ScenarioName, scenarioCatalogue } from '../../engine/scenarios/catalogue.ts';
import { isPersonScenario } from '../../engine/scenarios/choose-scenario.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { MockState, Person } from '../../engine/state/mock-state.ts';
import { findPerson } from '../../engine/state/people.ts';

/**
 * Finds the person with this name.
 * @param argument name of the caller's argument, for the error message
 * @throws ControlError if there is no such person
 */
export function knownPerson(state: MockState, name: string, argument = 'persona'): Person {
  const person = findPerson(state, name);
  if (person) return person;
  const known = state.people.map((one) => one.name).join(', ');
  throw new ControlError(`"${argument}" must be one of ${known}; got "${name}"`);
}

/** Replaces a person in the state. */
export function replacePerson(state: MockState, before: Person, changed: Person): void {
  state.people = state.people.map((one) => (one === before ? changed : one));
}

/** Reads the scenario of a person; `null`: none. @throws ControlError if a certificate cannot have this scenario */
export function readPersonScenario(name: string | null): ScenarioName | undefined {
  if (name === null) return undefined;
  if (isScenarioName(name) && isPersonScenario(name)) return name;
  const known = Object.keys(scenarioCatalogue).filter((one) => isScenarioName(one) && isPersonScenario(one));
  throw new ControlError(`"scenario" of a person must be null or one of ${known.join(', ')}; got "${name}"`);
}
