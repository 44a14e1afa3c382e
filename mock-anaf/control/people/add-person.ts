import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import { findPerson } from '../../engine/state/people.ts';
import type { MockParts } from '../../parts.ts';
import { knownPerson, readPersonScenario } from './known-person.ts';

export interface PersonToAdd {
  /** Small letters, digits and hyphens, at most 40: it stands in addresses and file names. */
  readonly name: string;
  /** Common name of the certificate. Default: `name`. */
  readonly fullName?: string;
  /** One sentence on what this certificate can show. Default: none. */
  readonly title?: string;
  /** CUIs that the certificate has rights for: since long ago, or `since` (epoch seconds). Default: none. */
  readonly rights?: readonly (string | { readonly cui: string; readonly since: number })[];
  /** Default `trusted`. */
  readonly authority?: Person['authority'];
  /** Default `long`. */
  readonly validity?: Person['validity'];
  /** Epoch seconds; `null`: not enrolled. Default: enrolled long ago. */
  readonly enrolledAt?: number | null;
  /** Default `1234`. */
  readonly pin?: string;
  readonly isRevoked?: boolean;
  /** The trouble that the certificate brings by itself. Default: none. */
  readonly scenario?: ScenarioName;
}

const longAgo = Date.UTC(2022, 5, 1) / 1000;

/**
 * Adds a person with a certificate of their own, made when it is first asked for.
 * @throws ControlError if the name is taken or cannot be one, or the scenario is none that a certificate can bring
 */
export function addPerson({ state }: MockParts, person: PersonToAdd): Person {
  const { name, rights = [], enrolledAt = longAgo, isRevoked = false, scenario = null } = person;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name)) {
    throw new ControlError(`"name" must be 1 to 40 small letters, digits and hyphens; got "${name}"`);
  }
  if (findPerson(state, name)) throw new ControlError(`"name" is taken: there is a person "${name}" already`);
  const brought = readPersonScenario(scenario);
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
    ...(brought && { scenario: brought }),
    keyPair: null,
    certificatePem: null,
  };
  state.people = [...state.people, added];
  return added;
}

/** Takes a person out of ANAF's registers; tokens that are out have no rights any more. @throws ControlError if unknown */
export function removePerson({ state }: MockParts, name: string): void {
  const person = knownPerson(state, name);
  state.people = state.people.filter((one) => one !== person);
}
