import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import type { MockParts } from '../../parts.ts';
import { knownPerson, readPersonScenario, replacePerson } from './known-person.ts';

/** What ANAF's registers say of a person. What is not given stays. */
export interface PersonChange {
  /** CUIs that the certificate has rights for, from now on (they count after 24 hours) or `since` (epoch seconds). */
  readonly rights?: readonly (string | { readonly cui: string; readonly since: number })[];
  /** When the certificate was enrolled (epoch seconds); `null`: not at all. */
  readonly enrolledAt?: number | null;
  readonly pin?: string;
  /** The issuer revoked the certificate. */
  readonly isRevoked?: boolean;
  /** The trouble that the certificate brings by itself; `null`: none. */
  readonly scenario?: ScenarioName | null;
}

/**
 * Changes rights, enrolment or PIN at run time; calls that come afterwards are judged by it.
 * @throws ControlError if there is no such person
 */
export function changePerson(parts: MockParts, name: string, change: PersonChange): Person {
  const person = knownPerson(parts.state, name);
  const now = parts.clock.now();
  const { scenario: before, ...others } = person;
  const scenario = change.scenario === undefined ? before : readPersonScenario(change.scenario);
  const changed: Person = {
    ...others,
    ...(scenario !== undefined && { scenario }),
    ...(change.isRevoked !== undefined && { isRevoked: change.isRevoked }),
    ...(change.pin !== undefined && { pin: change.pin }),
    ...(change.enrolledAt !== undefined && { enrolledAt: change.enrolledAt }),
    ...(change.rights && { rights: change.rights.map((right) => rightOf(person, right, now)) }),
  };
  replacePerson(parts.state, person, changed);
  return changed;
}

/** A right that was there before keeps its age. */
function rightOf(person: Person, right: string | { readonly cui: string; readonly since: number }, now: number) {
  if (typeof right !== 'string') return right;
  return person.rights.find(({ cui }) => cui === right) ?? { cui: right, since: now };
}
