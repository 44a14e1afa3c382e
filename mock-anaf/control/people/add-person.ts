import type { Engine } from '../../engine/engine.ts';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import { findPerson } from '../../engine/state/people.ts';
import { knownPerson, readPersonScenario } from './known-person.ts';

/** A person to add. */
export interface PersonToAdd {
  /** Lower-case letters, digits and hyphens, at most 40 characters. It is used in URLs and file names. */
  readonly name: string;
  /** Common name of the certificate. Default: `name`. */
  readonly fullName?: string;
  /** One sentence on what can be tested with this certificate. Default: empty. */
  readonly title?: string;
  /** CUIs that the certificate has rights for, given long ago or at `since` (epoch seconds). Default: none. */
  readonly rights?: readonly (string | { readonly cui: string; readonly since: number })[];
  /** Who issued the certificate. Default `trusted`. */
  readonly authority?: Person['authority'];
  /** Default `long`. */
  readonly validity?: Person['validity'];
  /** When the certificate was enrolled in SPV (epoch seconds); `null`: not enrolled. Default: long ago. */
  readonly enrolledAt?: number | null;
  /** Default `1234`. */
  readonly pin?: string;
  /** Default `false`. */
  readonly isRevoked?: boolean;
  /** A scenario that is active for every request of this certificate. Default: none. */
  readonly scenario?: ScenarioName;
}

const longAgo = Date.UTC(2022, 5, 1) / 1000;

/**
 * Adds a person. Key and certificate are generated when they are first needed.
 * @throws ControlError if the name is invalid or in use, or a certificate cannot have this scenario
 */
export function addPerson({ state }: Pick<Engine, 'state'>, person: PersonToAdd): Person {
  const { name, rights = [], enrolledAt = longAgo, isRevoked = false } = person;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name)) {
    throw new ControlError(`"name" must be 1 to 40 lower-case letters, digits and hyphens; got "${name}"`);
  }
  if (findPerson(state, name)) throw new ControlError(`"name" is in use: there is already a person "${name}"`);
  const scenario = readPersonScenario(person.scenario ?? null);
  const added: Person = {
    name,
    fullName: person.fullName ?? name,
    title: person.title ?? '',
    pin: person.pin ?? '1234',
    authority: person.authority ?? 'trusted',
    validity: person.validity ?? 'long',
    enrolledAt,
    rights: rights.map((right) => (typeof right === 'string' ? { cui: right, since: longAgo } : right)),
    ...(isRevoked && { isRevoked }),
    ...(scenario && { scenario }),
    keyPair: null,
    certificatePem: null,
  };
  state.people = [...state.people, added];
  return added;
}

/** Removes a person from ANAF's registers. Tokens already issued stay valid but have no rights. @throws ControlError if unknown */
export function removePerson({ state }: Pick<Engine, 'state'>, name: string): void {
  const person = knownPerson(state, name);
  state.people = state.people.filter((one) => one !== person);
}
