import type { Engine } from '../../engine/engine.ts';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import { knownPerson, readPersonScenario, replacePerson } from './known-person.ts';

/** Changes of a person in ANAF's registers. Absent members stay as they are. */
export interface PersonChange {
  /** CUIs that the certificate has rights for, given now (new ones come into force after 24 hours) or at `since` (epoch seconds). */
  readonly rights?: readonly (string | { readonly cui: string; readonly since: number })[];
  /** When the certificate was enrolled (epoch seconds); `null`: not enrolled. */
  readonly enrolledAt?: number | null;
  readonly pin?: string;
  /** Whether the issuer revoked the certificate. */
  readonly isRevoked?: boolean;
  /** A scenario that is active for every request of this certificate; `null`: none. */
  readonly scenario?: ScenarioName | null;
}

/**
 * Changes a person while the mock runs. Later requests are judged by the new data.
 * @throws ControlError if the person is unknown, or a certificate cannot have this scenario
 */
export function changePerson(parts: Pick<Engine, 'state' | 'clock'>, name: string, change: PersonChange): Person {
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

/** Reads a right of a change. A right that the person already has keeps its start. */
function rightOf(person: Person, right: string | { readonly cui: string; readonly since: number }, now: number) {
  if (typeof right !== 'string') return right;
  return person.rights.find(({ cui }) => cui === right) ?? { cui: right, since: now };
}
